from pathlib import Path

import pytest

from jdgen.render.cache import cache_home


def test_the_cache_of_the_user_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    assert cache_home() == tmp_path / "cache"
    assert (tmp_path / "cache").is_dir()


def test_without_a_setting_it_lies_in_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert cache_home() == tmp_path / ".cache"


@pytest.mark.parametrize("home", ["/nonexistent/home", "", "relative"])
def test_without_a_home_one_is_made_for_this_run(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)

    folder = cache_home()

    assert folder.name.startswith("jdgen-cache-")
    assert folder.is_dir()
    assert cache_home() == folder
