"""Two independent checkers on the PDF files: PDF/UA-1, rule by rule, by page-validation and by pdfua."""

from pathlib import Path

import page as page_validation
import pdfua
import weasyprint

# pdfua 0.1.3 asks a list for its attribute `is_integer`, and pikepdf has an error for that instead of a no: the rule about empty
# headings stops on any heading whose content is a list, as WeasyPrint writes it. https://github.com/beduldul/pdfua, `as_integer`
MISREAD_RULES = {"UA-14-001"}


def test_every_pdf_keeps_the_rules_of_pdf_ua(pdf_files: list[Path]) -> None:
    reports = {path.name: page_validation.validate_pdf(path, profile="ua1") for path in pdf_files}

    assert len(reports) == 7
    broken = {name: [found.message for found in report.failures] for name, report in reports.items() if report.failures}
    assert broken == {}
    assert all(report.is_compliant for report in reports.values())


def test_a_second_checker_finds_neither_errors_nor_warnings(pdf_files: list[Path]) -> None:
    reports = [pdfua.validate(str(path)) for path in pdf_files]

    said = [
        f"{Path(report.path).name}: {found.rule_id} {found.message}" for report in reports for found in report.findings
    ]
    assert said == []
    assert len(reports) == 7
    assert {rule.rule_id for report in reports for rule in report.skipped} <= MISREAD_RULES
    assert {len(report.outcomes) for report in reports} == {12}


def test_the_checkers_refuse_a_plain_pdf(html_pages: list[Path], tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    weasyprint.HTML(string=html_pages[0].read_text(encoding="utf-8")).write_pdf(plain)

    assert not page_validation.is_pdf_compliant_bytes(plain.read_bytes(), profile="ua1")
    found = {one.rule_id for one in pdfua.validate(str(plain)).findings}
    assert {"UA-01-002", "UA-01-005", "UA-18-005", "UA-28-004"} <= found
