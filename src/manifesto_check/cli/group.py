"""A group of commands whose help comes fast and whose errors are plain."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup


class FastGroup(TyperGroup):
    """A group that spares ``COMMAND --help`` the import of pydantic, and users its words.

    Recent versions of typer convert every value that is not yet of its type
    with pydantic (0.15 s), also the None of a flag of the group, such as
    ``--install-completion``, that nobody gave. False needs no converting.
    """

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options of the group, those of a flag that is not given being False."""
        parameters = list(super().get_params(ctx))
        for parameter in parameters:
            if getattr(parameter, "is_flag", False) and parameter.default is None:
                parameter.default = False
        return parameters

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a bad value is told without the "Value error," that pydantic adds."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise
