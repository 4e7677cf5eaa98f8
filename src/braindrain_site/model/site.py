"""The publication itself, as an editor describes it in ``site.yaml``."""

import datetime as dt
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, ValidationInfo, field_validator, model_validator

from braindrain_site.model.fields import Address, Day, Line, Scale, Switch, Text, UrlPath, wrong
from braindrain_site.model.record import Record


class Listed(Record):
    """One chapter in the list of ``site.yaml``: its name alone, or what is to be said of it."""

    name: Line
    draft: Switch = False

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class Kilobytes(Record):
    """What a page may weigh as it is sent, by kind: ``others`` is each that is not named."""

    story: Scale = Decimal(70)
    figures: Scale = Decimal(60)
    others: Scale = Decimal(35)


class Site(Record):
    """``site.yaml``: the publication itself."""

    title: Text
    standfirst: Text
    description: Text
    publisher: Text
    people: Text | None = None
    contact: Text | None = None
    corrections: Text | None = None
    languages: tuple[Line, ...] = Field(min_length=1)
    published: Day
    updated: Day
    looked_until: Day
    chapters: tuple[Listed, ...] = ()
    opening: tuple[Line, ...] = ()
    path: UrlPath = "/"
    address: Address | None = None
    kilobytes: Kilobytes = Kilobytes()

    @field_validator("opening", mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @field_validator("updated", mode="after")
    @classmethod
    def _not_before_published(cls, updated: dt.date, info: ValidationInfo) -> dt.date:
        published = info.data.get("published", updated)
        if updated < published:
            hint = "Correct the one of the two that is wrong."
            raise wrong(f'says "{updated}", which is before "published": {published}.', hint)
        return updated

    @field_validator("address", mode="after")
    @classmethod
    def _ends_with_path(cls, address: str | None, info: ValidationInfo) -> str | None:
        path = info.data.get("path", "/")
        if address and urlsplit(address)[2:] != (path, "", ""):
            hint = "Both say where the site stands: /story/ and https://example.org/story/."
            raise wrong(f'needs to end with the path "{path}", but says "{address}".', hint)
        return address

    def standing_at(self, address: str) -> "Site":
        """The same publication at another whole *address*, and at the path that this ends with."""
        return self.model_copy(update={"address": address, "path": urlsplit(address).path})
