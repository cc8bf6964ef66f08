/* What GMime's configure script would find for Windows with GCC. */
#define VERSION "3.2.13"
#define PACKAGE "gmime"
#define ICONV_CONST
#define USE_LIBICONV_NATIVE 1
#define HAVE_WINSOCK2_H 1
#define HAVE_FCNTL_H 1
#define HAVE_SYS_PARAM_H 1
#define HAVE_SYS_STAT_H 1
#define HAVE_SYS_TYPES_H 1
#define HAVE_UNISTD_H 1
#define HAVE_STDINT_H 1
#define SIZEOF_OFF_T 8
typedef unsigned long nfds_t;
