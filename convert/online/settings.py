"""Where the services are and who asks them, by default and as environment variables say."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from ..base.errors import ArgumentError

TOOL = "medcite"
_LOCAL = {"localhost", "127.0.0.1", "::1"}


class Settings(NamedTuple):
    """The addresses of the services, and the user's e-mail address and key for NCBI's.

    NCBI asks programs to give a tool's name and an e-mail address, to which it writes before it
    blocks a network; without a key, it takes three requests a second, with one ten (NBK25497).
    """

    eutilities: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
    pmc_ids: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
    doi_org: str = "https://doi.org/"
    email: str = ""
    key: str = ""

    @property
    def identity(self) -> dict[str, str]:
        """Return what tells NCBI who asks."""
        return {"tool": TOOL} | ({"email": self.email} if self.email else {})


VARIABLES = {
    "eutilities": "MEDCITE_EUTILS_URL",
    "pmc_ids": "MEDCITE_IDCONV_URL",
    "doi_org": "MEDCITE_DOI_URL",
    "email": "NCBI_EMAIL",
    "key": "NCBI_API_KEY",
}


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Return the settings that environment variables give.

    Raises:
        ArgumentError: An address is neither https nor on this computer.

    """
    given = {name: environment.get(variable, "") for name, variable in VARIABLES.items()}
    settings = Settings(**{name: value.strip() for name, value in given.items() if value.strip()})
    for name in ("eutilities", "pmc_ids", "doi_org"):
        address = getattr(settings, name)
        if not is_allowed(address):
            raise ArgumentError(
                f"{VARIABLES[name]}: {address!r} is no address that may be asked;"
                " expected https://..., or http://localhost..."
            )
    return settings


def is_allowed(address: str) -> bool:
    """Whether an address may be asked: it is encrypted, or on this computer."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOCAL))
