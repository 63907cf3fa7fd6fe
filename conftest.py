"""No test reaches the network: whatever tries to connect fails."""

import socket
from collections.abc import Iterator

import pytest


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
