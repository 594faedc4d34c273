"""The options that name an endpoint -> the ``Endpoint``, and the warning that stories leave this machine for it.

The key is read here, from the environment variable that the user names, and nowhere else; no message repeats it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rejoinder.learned.endpoint import Endpoint

Address = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        help="Send the stories to this OpenAI-compatible endpoint and let its model read them.",
        show_default=False,
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option("--endpoint-model", metavar="NAME", help="The model that the endpoint is asked for."),
]
KeyVariable = Annotated[
    str | None,
    typer.Option("--endpoint-key-env", metavar="VAR", help="The environment variable that holds the endpoint's key."),
]
Seconds = Annotated[
    float | None,
    typer.Option(
        "--endpoint-timeout",
        min=1,
        max=3600,
        metavar="SECONDS",
        help="How long one answer may take.",
        show_default="300",
    ),
]


def chosen_endpoint(
    address: str | None, model: str | None, key_variable: str | None, seconds: float | None
) -> Endpoint | None:
    """The endpoint that the options name; None where they name none. BadParameter for options that do not go
    together or a variable that is not set; EndpointError for an address or a key that cannot be used."""
    if address is None:
        if not (model is None and key_variable is None and seconds is None):
            raise typer.BadParameter("--endpoint-model, -key-env and -timeout need --endpoint and its address.")
        return None
    if model is None or not model.strip():
        raise typer.BadParameter("--endpoint needs --endpoint-model: the name of the model that is to read.")
    from rejoinder.learned.endpoint import Endpoint

    given = Endpoint.named(address, model.strip(), _key_in(key_variable))
    return given if seconds is None else Endpoint(given.url, given.model, given.key, seconds)


def _key_in(variable: str | None) -> str | None:
    """The key in an environment variable. What was given as its name is not repeated: it may be the key itself."""
    if variable is None:
        return None
    key = os.environ.get(variable)
    if not key:
        raise typer.BadParameter("--endpoint-key-env names an environment variable that is not set, or is empty.")
    return key


def warn_of_sending(endpoint: Endpoint) -> None:
    """Say on the standard error, before anything is sent, what leaves this machine and for where."""
    if endpoint.is_here:
        how = f"are sent to {endpoint.shown}, a server on this machine,"
    else:
        bare = " without encryption" if endpoint.is_open else ""
        how = f"leave this machine{bare}: they are sent to {endpoint.shown}"
    typer.echo(f"rejoinder: The stories {how} to be read by {endpoint.model}.", err=True)
