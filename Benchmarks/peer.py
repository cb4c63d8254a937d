"""The peer that the benchmarks compare with: python-socketio under uvicorn. Answers `echo` with `echoed`."""

import sys

import socketio
import uvicorn

server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins=[], logger=False, engineio_logger=False)


@server.event
async def echo(sid, *arguments):
    await server.emit("echoed", arguments if len(arguments) != 1 else arguments[0], to=sid)


if __name__ == "__main__":
    uvicorn.run(
        socketio.ASGIApp(server),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        log_level="warning",
        access_log=False,
        backlog=1024,
        ws_per_message_deflate=False,
    )
