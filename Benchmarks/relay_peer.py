"""The peer of the relay benchmark: streams chat completions through httpx to python-socketio under uvicorn."""

import json
import sys

import httpx
import socketio
import uvicorn

server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins=[], logger=False, engineio_logger=False)
upstream = sys.argv[2]
client = httpx.AsyncClient(timeout=180, limits=httpx.Limits(max_connections=None))


@server.event
async def user_message(sid, data):
    body = {"model": "scripted", "stream": True, "messages": [{"role": "user", "content": data["message"]}]}
    text = []
    async with client.stream("POST", f"{upstream}/chat/completions", json=body) as response:
        async for line in response.aiter_lines():
            if not line.startswith("data: "):
                continue
            if line == "data: [DONE]":
                break
            choices = json.loads(line[6:])["choices"]
            if choices and (content := choices[0]["delta"].get("content")):
                text.append(content)
                await server.emit("user_message_response_typing", {"content": content}, to=sid)
    await server.emit("user_message_response_done", {"content": "".join(text)}, to=sid)


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
