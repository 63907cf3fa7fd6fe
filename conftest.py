"""No test reaches the network: whatever tries to connect fails, but for loopback where a test asks for it."""

import socket
from collections.abc import Iterator

import pytest

_CONNECT = socket.socket.connect


class NetworkReachedError(Exception):
    """A test or what it tests tried to connect to another machine, or to this one by the network."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    def refuse(_: socket.socket, address: object) -> None:
        raise NetworkReachedError(f"a connection to {address!r} was tried")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        yield


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test connect to what it serves itself, on loopback."""

    def connect(one: socket.socket, address: tuple[str, int]) -> None:
        if address[0] != "127.0.0.1":
            raise NetworkReachedError(f"a connection to {address!r} was tried")
        _CONNECT(one, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
