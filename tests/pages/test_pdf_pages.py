"""An independent checker on the PDF files: PDF/UA-1, rule by rule."""

from pathlib import Path

import page as page_validation
import weasyprint


def test_every_pdf_keeps_the_rules_of_pdf_ua(pdf_files: list[Path]) -> None:
    reports = {path.name: page_validation.validate_pdf(path, profile="ua1") for path in pdf_files}

    assert len(reports) == 7
    broken = {name: [found.message for found in report.failures] for name, report in reports.items() if report.failures}
    assert broken == {}
    assert all(report.is_compliant for report in reports.values())


def test_the_checker_refuses_a_plain_pdf(html_pages: list[Path]) -> None:
    plain = weasyprint.HTML(string=html_pages[0].read_text(encoding="utf-8")).write_pdf()

    assert not page_validation.is_pdf_compliant_bytes(plain, profile="ua1")
