"""Send questions to services over HTTP, at the pace that they allow, and again if need be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep, time
from typing import TYPE_CHECKING

from ..base.errors import InputError, MissingPackageError
from ..model.report import Location, Report
from .settings import TOOL, is_allowed

if TYPE_CHECKING:
    import httpx

PER_SECOND = 3  # questions that NCBI takes from one network (NBK25497)
PER_SECOND_WITH_KEY = 10
WAITS = (1.0, 2.0, 4.0, 8.0)  # seconds before a question is asked again
LONGEST_WAIT = 120.0  # seconds that a service may ask to wait; if it asks for more, we give up
GIVEN_UP = 2  # questions without an answer after which a service is asked no more
MAX_BYTES = 100 << 20  # of one answer; 200 articles have some 2 MB
TIMEOUT = 60.0  # seconds without a byte of an answer
CONNECT_TIMEOUT = 15.0
_BUSY = {408, 425, 429, 500, 502, 503, 504}
_PAGE = ("<!doctype html", "<html", "<head")


class NoAnswerError(InputError):
    """A service gave no answer, or none that can be used; the message says which and why."""


class AskAgainError(Exception):
    """An answer that cannot be used, but another may come; ``wait`` is how long, if it says so."""

    def __init__(self, problem: str, wait: float | None = None) -> None:
        super().__init__(problem)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """The answer to a question."""

    status: int
    text: str
    wait: float | None = None  # Retry-After, in seconds


def check_status(answer: HttpAnswer) -> None:
    """Check that an answer is one.

    Raises:
        AskAgainError: The service is busy, or answers with a web page that says so.
        NoAnswerError: It refuses to answer.

    """
    if answer.status in _BUSY:
        raise AskAgainError(f"status {answer.status}", answer.wait)
    if answer.status >= 300:
        raise NoAnswerError(f"status {answer.status}: {' '.join(answer.text.split())[:200]}")
    if is_page(answer.text):
        raise AskAgainError("a web page instead of data")


def is_page(text: str) -> bool:
    """Whether an answer is a web page."""
    return text[:200].lstrip("\ufeff \t\r\n").lower().startswith(_PAGE)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a service: ``fields`` go into the address of a GET, the body of a POST.

    ``check`` raises AskAgainError or NoAnswerError for an answer that is none.
    """

    service: str  # as messages name it
    method: str
    address: str
    fields: Mapping[str, str] = field(default_factory=dict)
    accept: str = "*/*"
    may_redirect: bool = False
    check: Callable[[HttpAnswer], None] = check_status


class Client:
    """Asks one question after the other.

    Raises:
        MissingPackageError: httpx is not installed.

    """

    def __init__(self, report: Report, per_second: float = PER_SECOND) -> None:
        self._report, self._interval = report, 1 / per_second
        self._next = 0.0  # when the next question may be asked
        self._failed: Counter[str] = Counter()  # questions in a row without an answer
        self._httpx = _client()

    def ask(self, question: Question) -> HttpAnswer:
        """Return the answer to a question, as its ``check`` passed it.

        Raises:
            NoAnswerError: There is none, however often the question was asked.

        """
        service = question.service
        if self._failed[service] >= GIVEN_UP:
            raise NoAnswerError(f"{service}: not asked any more, as it does not answer")
        try:
            answer = self._ask(question)
        except NoAnswerError:
            self._failed[service] += 1
            raise
        self._failed[service] = 0
        return answer

    def _ask(self, question: Question) -> HttpAnswer:
        service = question.service
        for wait in (*WAITS, None):
            try:
                answer = self._answer(question)
                question.check(answer)
                return answer
            except AskAgainError as error:
                pause = error.wait if error.wait is not None else wait
                if wait is None or pause is None:
                    times = len(WAITS) + 1
                    raise NoAnswerError(f"{service}: {error}; asked {times} times") from error
                if pause > LONGEST_WAIT:
                    message = f"{error}; it asks to wait {pause:.0f} seconds: run this again then"
                    raise NoAnswerError(f"{service}: {message}") from error
                if wait == WAITS[0]:  # one line for all times that it is asked
                    message = f"{error}; asked again after {pause:.0f} seconds"
                    self._report.note("asked-again", Location(service), message)
                sleep(pause)
            except NoAnswerError as error:
                raise NoAnswerError(f"{service}: {error}") from error
        raise AssertionError  # the last turn returns or raises

    def _answer(self, question: Question) -> HttpAnswer:
        """Send a question once; raise AskAgainError if the connection fails."""
        import httpx  # noqa: PLC0415  # an extra; importing it takes 60 ms

        self._keep_pace()
        # Bytes of the command line that are no text cannot be sent.
        fields = {
            name: value.encode("utf-8", "replace").decode()
            for name, value in question.fields.items()
        }
        in_body = question.method == "POST"
        try:
            with self._httpx.stream(
                question.method,
                question.address,
                data=fields if in_body else None,
                params=fields if fields and not in_body else None,
                headers={"Accept": question.accept},
                follow_redirects=question.may_redirect,
            ) as response:
                text = _text(response)
                wait = _seconds(response.headers.get("Retry-After", ""))
                return HttpAnswer(response.status_code, text, wait)
        except httpx.TimeoutException as error:
            raise AskAgainError(f"no answer within {TIMEOUT:.0f} seconds") from error
        except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
            raise AskAgainError("the answer was cut off") from error
        except httpx.TransportError as error:
            raise AskAgainError(f"cannot be reached ({error or type(error).__name__})") from error
        except (httpx.TooManyRedirects, httpx.InvalidURL) as error:
            raise NoAnswerError(f"cannot be asked ({error})") from error

    def _keep_pace(self) -> None:
        """Wait until the next question may be asked."""
        now = monotonic()
        if now < self._next:
            sleep(self._next - now)
        self._next = max(now, self._next) + self._interval


def _client() -> httpx.Client:
    """Return a client that verifies certificates and uses the environment's proxies."""
    try:
        import httpx  # noqa: PLC0415  # an extra, which few runs need
    except ImportError as error:
        message = "asking online needs httpx: install it by `pip install 'medcite[online]'`"
        raise MissingPackageError(message) from error
    return httpx.Client(
        timeout=httpx.Timeout(TIMEOUT, connect=CONNECT_TIMEOUT),
        headers={"User-Agent": TOOL},
        event_hooks={"request": [_refuse_unencrypted]},
        max_redirects=5,
    )


def _refuse_unencrypted(request: httpx.Request) -> None:
    """Refuse an address that a redirect leads to. Raises NoAnswerError."""
    if not is_allowed(str(request.url)):
        raise NoAnswerError(f"redirects to {request.url.host} without encryption")


def _text(response: httpx.Response) -> str:
    """Return the text of an answer. Raises NoAnswerError if it is too long."""
    pieces, size = [], 0
    for piece in response.iter_bytes():
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise NoAnswerError(f"an answer of more than {MAX_BYTES >> 20} MB")
    return b"".join(pieces).decode("utf-8", "replace")


def _seconds(value: str) -> float | None:
    """Return how long ``Retry-After`` asks to wait: seconds, or until a date (RFC 9110, 10.2.3)."""
    if value.strip().isdecimal():
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.fromtimestamp(time(), UTC)).total_seconds())
