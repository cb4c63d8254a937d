#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <limits.h>
#include <string.h>
#include <zlib.h>

// The bytes that `czlib_compress` needs at most.
static inline long czlib_bound(long length) {
    return length < 0 || length > UINT_MAX / 2 ? 0 : (long)compressBound((uLong)length) + 32;
}

// Compresses all of `input` in one go, as gzip or in zlib's own format, which HTTP calls "deflate".
// Returns the number of bytes written, or -1. In C because `deflateInit2` is a macro, and because zlib wants its stream to
// stay at one address.
static inline long czlib_compress(const void *input, long length, void *output, long capacity, int is_gzip) {
    if (length < 0 || length > UINT_MAX || capacity <= 0) return -1;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, is_gzip ? 15 + 16 : 15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)length;
    stream.next_out = (Bytef *)output;
    stream.avail_out = capacity > UINT_MAX ? UINT_MAX : (uInt)capacity;
    int result = deflate(&stream, Z_FINISH);
    long written = result == Z_STREAM_END ? (long)stream.total_out : -1;
    deflateEnd(&stream);
    return written;
}

// Undoes `czlib_compress`, whichever of the two formats it is. Returns the number of bytes written, or -1.
static inline long czlib_uncompress(const void *input, long length, void *output, long capacity) {
    if (length < 0 || length > UINT_MAX || capacity < 0 || capacity > UINT_MAX) return -1;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, 15 + 32) != Z_OK) return -1;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)length;
    stream.next_out = (Bytef *)output;
    stream.avail_out = (uInt)capacity;
    int result = inflate(&stream, Z_FINISH);
    long written = result == Z_STREAM_END ? (long)stream.total_out : -1;
    inflateEnd(&stream);
    return written;
}

#endif
