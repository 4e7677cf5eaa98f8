"""Firefox as readers have it, asked over WebDriver BiDi (w3.org/TR/webdriver-bidi): one page."""

import asyncio
import contextlib
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from aiohttp import ClientSession, ClientWebSocketResponse

QUIET: dict[str, object] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}
"""A browser that asks no one anything."""
EVENTS = ["log.entryAdded", "network.beforeRequestSent"]


class Firefox:
    """A Firefox with these *preferences*, and the page that it shows."""

    def __init__(self, preferences: Mapping[str, object]) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        chosen = {**QUIET, **preferences}.items()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen]
        (Path(self._folder.name) / "user.js").write_text("".join(lines), "utf-8")
        self._numbers = itertools.count(1)
        self._events: list[dict[str, Any]] = []
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        """Starts it; there has to be one that ``firefox`` or ``firefox-esr`` starts."""
        program = shutil.which("firefox") or shutil.which("firefox-esr") or "firefox"
        asked = ["--headless", "--remote-debugging-port=0", "--profile", self._folder.name]
        unheard = subprocess.DEVNULL
        self._process = subprocess.Popen([program, *asked], stdout=unheard, stderr=unheard)
        listening = Path(self._folder.name) / "WebDriverBiDiServer.json"
        while not (listening.exists() and listening.read_text("utf-8").endswith("}")):
            if self._process.poll() is not None:
                raise RuntimeError("Firefox does not start.")
            time.sleep(0.1)
        where = json.loads(listening.read_text("utf-8"))
        self._runner.run(self._connect(f"ws://{where['ws_host']}:{where['ws_port']}/session"))
        begun = self._ask("session.new", capabilities={})
        self.version: str = begun["capabilities"]["browserVersion"]
        self._ask("session.subscribe", events=EVENTS)
        self._tab = self._ask("browsingContext.create", type="tab")["context"]
        return self

    def __exit__(self, *_: object) -> None:
        """Ends it, and nothing of it is left."""
        with contextlib.suppress(Exception):
            self._ask("browser.close")
        self._runner.run(self._client.close())
        self._runner.close()
        self._process.wait()
        self._folder.cleanup()

    async def _connect(self, address: str) -> None:
        self._client = ClientSession()
        self._socket: ClientWebSocketResponse = await self._client.ws_connect(
            address, max_msg_size=0
        )

    def _ask(self, method: str, **params: object) -> Any:
        return self._runner.run(self._answer(method, params))

    async def _answer(self, method: str, params: Mapping[str, object]) -> Any:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            said = await self._socket.receive_json()
            if said["type"] == "event":
                self._events.append(said)
            elif said.get("id") == number:
                if said["type"] == "error":
                    raise RuntimeError(f"{method}: {said['message']}")
                return said["result"]

    def resize(self, width: int, height: int, density: float) -> None:
        """Its window is this wide and high, in pixels of CSS, each *density* of the screen's."""
        size = {"width": width, "height": height}
        self._ask(
            "browsingContext.setViewport",
            context=self._tab, viewport=size, devicePixelRatio=density,
        )  # fmt: skip

    def before(self, script: str) -> None:
        """Every page that comes from now on runs *script*, a function, before its own."""
        self._ask("script.addPreloadScript", functionDeclaration=script)

    def goto(self, address: str) -> None:
        """Shows the page at *address*; what was heard of others is forgotten."""
        self._events.clear()
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def evaluate(self, script: str) -> object:
        """What *script* comes to on the page, waited for: a number or a string."""
        target = {"context": self._tab}
        said = self._ask("script.evaluate", expression=script, target=target, awaitPromise=True)
        if said["type"] == "exception":
            raise RuntimeError(said["exceptionDetails"]["text"])
        return said["result"].get("value")

    def heard(self) -> tuple[list[str], list[str]]:
        """What the page asked for, and what the console calls errors."""
        params = [(each["method"], each["params"]) for each in self._events]
        asked = [each["request"]["url"] for method, each in params if method == EVENTS[1]]
        logged = [each for method, each in params if method == EVENTS[0]]
        return asked, [str(each["text"]) for each in logged if each["level"] == "error"]
