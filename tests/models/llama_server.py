#!/usr/bin/env python3
"""The real llama.cpp server of the package xllamacpp, under llama-server's command line.

For machines where the program itself is not to be had: everything but the parsing of these options is llama.cpp.
"""
import argparse, os, signal, sys, time

if "--help" in sys.argv:
    print("-m FILE --host HOST --port PORT -c N -np N --slot-save-path PATH --cache-ram N")
    sys.exit(0)

import xllamacpp

options = argparse.ArgumentParser()
options.add_argument("-m", required=True)
options.add_argument("--host", default="127.0.0.1")
options.add_argument("--port", type=int, required=True)
options.add_argument("-c", type=int, default=4096)
options.add_argument("-np", type=int, default=1)
options.add_argument("--slot-save-path", default="")
options.add_argument("--cache-ram", type=int, default=0)
given = options.parse_args()

parameters = xllamacpp.CommonParams()
parameters.hostnames = [given.host]
parameters.port = given.port
parameters.model.path = given.m
parameters.n_ctx = given.c
parameters.n_parallel = given.np
parameters.cache_ram_mib = given.cache_ram
parameters.cpuparams.n_threads = int(os.environ.get("LLAMA_ARG_THREADS", "1"))  # two that wait for each other crawl
if given.slot_save_path:
    parameters.slot_save_path = given.slot_save_path + os.sep
parameters.api_keys = [os.environ["LLAMA_API_KEY"]]
server = xllamacpp.Server(parameters)
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
while True:
    time.sleep(3600)
