#!/usr/bin/python3
"""What a machine asks of AWS when it starts: the instance metadata service, version 2 alone, and S3 with one object in it.

/opt/stand-in/this is the folder of this machine: machine.json says what is there, and a file in fault/ what is broken.
"""
import json
import os
import pathlib
import re
import secrets
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

THIS = pathlib.Path("/opt/stand-in/this")
MACHINE = json.loads((THIS / "machine.json").read_text())
ACCESS_KEY = "ASIASTANDINSTANDIN00"
TOKENS = set()


def broken(part):
    return (THIS / "fault" / part).exists()


def metadata():
    credentials = {
        "Code": "Success",
        "Type": "AWS-HMAC",
        "LastUpdated": "2026-01-01T00:00:00Z",
        "Expiration": "2036-01-01T00:00:00Z",
        "AccessKeyId": ACCESS_KEY,
        "SecretAccessKey": "secret",
        "Token": "session",
    }
    return {
        "meta-data": {
            "instance-id": MACHINE["instance"],
            "placement": {"availability-zone": MACHINE["zone"]},
            "iam": {"security-credentials": {"instance-role": json.dumps(credentials)}},
        },
    }


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Metadata(Answer):
    def do_PUT(self):
        if self.path != "/latest/api/token" or "X-aws-ec2-metadata-token-ttl-seconds" not in self.headers:
            return self.answer(400)
        token = secrets.token_urlsafe()
        TOKENS.add(token)
        self.answer(200, token.encode())

    def do_GET(self):
        if self.headers.get("X-aws-ec2-metadata-token") not in TOKENS:
            return self.answer(401)
        _, _, *keys = self.path.split("/")
        found = metadata()
        for key in filter(None, keys):
            found = found.get(key) if isinstance(found, dict) else None
        if found is None or (broken("metadata") and keys[0] == "meta-data"):
            return self.answer(404)
        if isinstance(found, dict):
            found = "\n".join(key + ("/" if isinstance(value, dict) else "") for key, value in found.items())
        self.answer(200, found.encode())


class S3(Answer):
    def do_GET(self):
        if broken("s3") or f"Credential={ACCESS_KEY}/" not in self.headers.get("Authorization", ""):
            return self.answer(403)
        if self.path != "/" + MACHINE["object"]:
            return self.answer(404)
        body = pathlib.Path("/opt/stand-in/atlas-server.jar").read_bytes()
        first, last, status = 0, len(body) - 1, 200
        if asked := re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", "")):
            first, last, status = int(asked[1]), min(last, int(asked[2] or last)), 206
        part = body[first : last + 1]
        self.answer(
            status,
            part,
            Content_Length=str(len(part)),
            Content_Range=f"bytes {first}-{last}/{len(body)}",
            ETag='"stand-in"',
            Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT",
        )

    do_HEAD = do_GET


def listening(address, handler):
    server = ThreadingHTTPServer(address, handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


servers = [listening(("169.254.169.254", 80), Metadata), listening(("127.0.0.1", 9000), S3)]
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
    systemd.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
threading.Event().wait()
