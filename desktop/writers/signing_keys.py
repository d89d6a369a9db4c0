"""Opens what one signs with: a PKCS#12 file or a PKCS#11 token, and refuses what cannot sign today. Keeps no passphrase, no key.

Imports pyHanko and python-pkcs11, parts of the extra `sign`: only `writers.signing` imports this module.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pkcs11
from asn1crypto import core, x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs12
from pkcs11.exceptions import PinIncorrect, PinInvalid, PinLenRange, PinLocked, PKCS11Error
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.pkcs11 import PKCS11Signer, find_token
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desktop.documents.signing import VIETNAM, KeyFile, KeyToken
from desktop.errors import CannotSign

_MOST = 1 << 20
"""Bytes of a PKCS#12 file: real ones have some thousand."""


@contextmanager
def opened(key: KeyFile | KeyToken, at: dt.datetime) -> Iterator[Any]:
    """A signer of pyHanko for `key`; a token stays open as long. at: the moment of signing, aware.

    Raises `CannotSign`: "not_a_key_file", "wrong_passphrase", "no_key_in_file", "no_module", "no_token", "wrong_pin", "pin_locked",
    "token_failed", "no_key_on_token", "several_keys", "expired", "not_valid_yet", "not_for_signing"; `OSError` of reading the file.
    """
    if isinstance(key, KeyFile):
        signer = _from_file(key)
        _refuse_unfit(signer.signing_cert, at)
        yield signer
        return
    session = _session(key)
    try:
        signer = _from_token(session, key, at)
        _refuse_unfit(signer.signing_cert, at)
        yield signer
    finally:
        session.close()


def holder(certificate: x509.Certificate) -> str:
    """Whom a certificate names."""
    named = certificate.subject.native
    return str(
        named.get("common_name") or named.get("organization_name") or certificate.subject.human_friendly
    )


def _refuse_unfit(certificate: x509.Certificate, at: dt.datetime) -> None:
    start, end = certificate.not_valid_before, certificate.not_valid_after
    if at > end:
        raise CannotSign("expired", name=holder(certificate), day=f"{end.astimezone(VIETNAM):%d/%m/%Y}")
    if at < start:
        raise CannotSign(
            "not_valid_yet", name=holder(certificate), day=f"{start.astimezone(VIETNAM):%d/%m/%Y}"
        )
    usage = certificate.key_usage_value
    if usage is not None and not {"digital_signature", "non_repudiation"} & set(usage.native):
        raise CannotSign("not_for_signing", name=holder(certificate))


def _from_file(key: KeyFile) -> Any:
    with key.path.open("rb") as file:
        data = file.read(_MOST)
    _refuse_other_files(key, data)
    passphrase = key.passphrase.encode() if key.passphrase else None
    try:
        private, certificate, others = pkcs12.load_key_and_certificates(data, passphrase)
    except UnsupportedAlgorithm as error:
        raise CannotSign("not_a_key_file", name=key.path.name) from error
    except ValueError as error:
        raise CannotSign("wrong_passphrase", name=key.path.name) from error
    if private is None or certificate is None:
        raise CannotSign("no_key_in_file", name=key.path.name)
    chain = SimpleCertificateStore()
    chain.register_multiple([translate_pyca_cryptography_cert_to_asn1(other) for other in others])
    return SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(certificate),
        signing_key=translate_pyca_cryptography_key_to_asn1(private),
        cert_registry=chain,
    )


def _refuse_other_files(key: KeyFile, data: bytes) -> None:
    """A PKCS#12 file is a sequence that begins with version 3 (RFC 7292, 4); anything else is not worth a passphrase."""
    try:
        whole = core.SequenceOf.load(data, spec=core.Any, strict=True)
        is_one = len(whole) in {2, 3} and whole[0].native == 3
    except (ValueError, TypeError) as error:
        raise CannotSign("not_a_key_file", name=key.path.name) from error
    if not is_one:
        raise CannotSign("not_a_key_file", name=key.path.name)


def _session(key: KeyToken) -> Any:
    if not key.module.is_file():
        raise CannotSign("no_module", path=key.module)
    try:
        slots = pkcs11.lib(str(key.module)).get_slots(token_present=True)
    except (PKCS11Error, RuntimeError, OSError) as error:
        raise CannotSign("no_module", path=key.module) from error
    try:
        token = find_token(slots, token_criteria=TokenCriteria(label=key.label))
        if token is None:
            raise CannotSign("no_token", label=key.label)
        return token.open(user_pin=key.pin)
    except (PinIncorrect, PinInvalid, PinLenRange) as error:
        raise CannotSign("wrong_pin", label=key.label) from error
    except PinLocked as error:
        raise CannotSign("pin_locked", label=key.label) from error
    except PKCS11Error as error:
        raise CannotSign("token_failed", label=key.label) from error


def _from_token(session: Any, key: KeyToken, at: dt.datetime) -> Any:
    """A signer for the key that is asked for, or for the only one whose certificate is valid."""
    try:
        certificates = {
            bytes(found[pkcs11.Attribute.ID]): x509.Certificate.load(found[pkcs11.Attribute.VALUE])
            for found in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE})
        }
        wanted: dict[Any, Any] = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY}
        if key.key is not None:
            wanted[pkcs11.Attribute.LABEL] = key.key
        keys = [bytes(found[pkcs11.Attribute.ID]) for found in session.get_objects(wanted)]
    except PKCS11Error as error:
        raise CannotSign("token_failed", label=key.label) from error
    pairs = [name for name in keys if name in certificates]
    valid = [name for name in pairs if certificates[name].not_valid_after >= at]
    if not pairs:
        raise CannotSign("no_key_on_token", label=key.label)
    if len(valid) > 1:
        raise CannotSign("several_keys", label=key.label)
    chosen = (valid or pairs)[0]
    return PKCS11Signer(
        session, signing_cert=certificates[chosen], key_id=chosen, ca_chain=list(certificates.values())
    )
