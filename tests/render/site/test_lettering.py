from jdgen.render.site.lettering import set_line


def test_names_get_the_quotes_of_a_typesetter() -> None:
    assert set_line('St. Mary\'s "Hope" <Clinic> & Sons') == "St. Mary\u2019s \u201cHope\u201d <Clinic> & Sons"


def test_other_languages_keep_their_own_marks() -> None:
    assert set_line("L'Hôpital", language="fr") == "L'Hôpital"
