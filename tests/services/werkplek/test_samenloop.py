"""Up to where a window has seen what others did."""

from __future__ import annotations

from zvh_desktop.database.motor.motor import Moment
from zvh_desktop.services.werkplek.samenloop import Samenloop


def test_wat_is_gelezen_gaat_vooruit() -> None:
    samenloop = Samenloop()
    samenloop.neem(Moment(5, 100))
    samenloop.neem(None)
    assert samenloop.rust_op() == Moment(5, 100)
    samenloop.neem(Moment(6, 101))
    assert samenloop.rust_op() == Moment(6, 101)


def test_na_een_server_die_terugging_telt_wat_er_sindsdien_gebeurt() -> None:
    """Its log gives the numbers out again: what is done under them was seen by nobody."""
    samenloop = Samenloop()
    samenloop.neem(Moment(5, 100))
    samenloop.neem(Moment(3, 40))
    assert samenloop.rust_op() == Moment(3, 40)
