"""Whose name is it: what tells outlets, agencies, places and people apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.names import Names, is_person, is_place, is_surely_person, trim


@pytest.mark.parametrize(
    "name",
    [
        "محمد الياقوتي",
        "د. محمد الياقوتي",
        "عبدالصمد الياقوتي",
        "عبد الله بن سامر الياقوتي",
        "ريحان آل ياقوت",
        "ريحان بن ياقوت",
    ],
)
def test_a_name_is_surely_a_persons_by_its_own_words(name: str) -> None:
    assert is_surely_person(name)
    assert is_person(name)


@pytest.mark.parametrize("name", ["ريحان الياقوتي", "توت أسود", "Samir Yaquti"])
def test_words_that_no_name_lacks_can_be_a_persons(name: str) -> None:
    assert is_person(name)
    assert not is_surely_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "محمد",
        "محمد في حديقة النهر",
        "محمد 2021",
        "قال محمد الياقوتي",
        "توت للأطفال",
        "فرحا كبيراً",
        "القاهرة",
        "المملكة العربية السعودية",
        "محمد وسامر وهدى وريحان وياقوت ومرجان والصفصافي",
        "",
        "- / -",
    ],
)
def test_what_no_name_has_makes_it_no_persons(name: str) -> None:
    assert not is_person(name)
    assert not is_surely_person(name)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("نشرة المرسى", "نشرة المرسى"),
        ("«نشرة المرسى»", "نشرة المرسى"),
        ("نشرة المرسى (خاص)", "نشرة المرسى"),
        ("Reuters", "رويترز"),
        ("ا ف ب", "أ ف ب"),
        ("أ.ف.ب", "أ ف ب"),
        ("الوكالات", "وكالات"),
        ("مكتب نشرة المرسى", "نشرة المرسى"),
        ("الواحة نيوز", "الواحة نيوز"),
        ("المرسى", None),
        ("محمد الياقوتي", None),
        ("القاهرة", None),
        ("نيوز", None),
        ("نشرة", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_its_words_or_its_name(name: str, outlet: str | None) -> None:
    assert Names().outlet_in(name) == outlet


def test_a_projects_own_outlet_is_one_in_every_spelling_and_only_as_a_whole() -> None:
    names = Names(["إشراقة الوادي"])
    assert names.outlet_in("اشراقه الوادى") == "اشراقه الوادى"
    assert names.outlet_in("إشراقة الوادي الكبير") is None
    assert names.outlet_in("إشراقة") is None


@pytest.mark.parametrize("name", ["القاهرة", "القاهره", "مصر", "فرنسا"])
def test_a_place_is_known_in_every_spelling(name: str) -> None:
    assert is_place(name)
    assert not is_place(f"{name} اليوم")


@given(st.text(max_size=60))
def test_any_text_may_be_asked(text: str) -> None:
    outlet = Names().outlet_in(text)
    assert outlet is None or outlet
    assert trim(trim(text)) == trim(text)
    assert is_person(text) or not is_surely_person(text)
