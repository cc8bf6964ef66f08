#!/usr/bin/env bash
# libetpan 1.9.4 has two functions of one signature that put a mail on a stream: mailstream_send_data_crlf() and
# mailstream_send_data(). Of the names one expects that they differ in the line ends. They do not: both turn LF into
# CRLF. The second one doubles leading dots and then also sends the end of an SMTP mail, CRLF "." CRLF, which no header
# or comment says; a mail that ends in a line end gets an empty line more. Nobody sees it in a test: the server keeps
# the mail and answers 250, and a caller that goes on to send the end itself reads that answer first.
# For a desk: whoever notes "the end is sent now" between the bytes and the end, so as never to send twice after a
# kill, notes too late: a mail whose end was not noted has left already, and is sent a second time. Double the dots
# and send the bytes and the end apart.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq libetpan-dev=1.9.4-3.1 libetpan20=1.9.4-3.1 2>/dev/null
for package in libetpan*.deb; do dpkg-deb -x "$package" .; done
library=$(dirname "$(find . -name 'libetpan.so.20' | head -1)")

cat > bytes.c <<'C'
#include <libetpan/libetpan.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ssize_t show(mailstream_low *low, const void *bytes, size_t count)
{
    const char *text = bytes;
    (void)low;
    for (size_t i = 0; i < count; ++i)
        if (text[i] == '\r')
            fputs("\\r", stdout);
        else if (text[i] == '\n')
            fputs("\\n", stdout);
        else
            putchar(text[i]);
    return (ssize_t)count;
}
static ssize_t nothing(mailstream_low *low, void *bytes, size_t count)
{
    (void)low, (void)bytes, (void)count;
    return -1;
}
static int closed(mailstream_low *low) { (void)low; return 0; }
static void freed(mailstream_low *low) { free(low); }
static void cancelled(mailstream_low *low) { (void)low; }
static mailstream_low_driver driver = {nothing, show, closed, closed, freed, cancelled, 0, 0, 0, 0, 0};

int main(void)
{
    const char *mail = "Subject: x\n\n.one\n";
    mailstream *stream = mailstream_new(mailstream_low_new(NULL, &driver), 8192);
    printf("send_data_crlf: ");
    mailstream_send_data_crlf(stream, mail, strlen(mail), 0, NULL);
    mailstream_flush(stream);
    printf("\nsend_data:      ");
    mailstream_send_data(stream, mail, strlen(mail), 0, NULL);
    mailstream_flush(stream);
    printf("\n");
    return 0;
}
C
cc -Iusr/include bytes.c -o bytes -L"$library" -l:libetpan.so.20 -Wl,--unresolved-symbols=ignore-in-shared-libs
LD_LIBRARY_PATH="$library" ./bytes | tee seen

cat > expected <<'E'
send_data_crlf: Subject: x\r\n\r\n.one\r\n
send_data:      Subject: x\r\n\r\n..one\r\n\r\n.\r\n
E
diff expected seen
echo "as described: libetpan $(sed -n 's/^#define LIBETPAN_VERSION_MAJOR //p' usr/include/libetpan/libetpan_version.h).$(sed -n 's/^#define LIBETPAN_VERSION_MINOR //p' usr/include/libetpan/libetpan_version.h) (Debian 1.9.4-3.1)"
