import { expect } from "chai";
import fc from "fast-check";
import {
  normalPaperNumber,
  normalSerial,
  normalSymbol,
  paperNumberKey,
  samePaperNumber,
  serialKey,
} from "../../../src/domain/kernel/paperNumber.js";

/** One number in every form in which papers bear it, or people type it. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  "123/QĐ-XPVPHC": [
    "123/QĐ-XPVPHC",
    "Số: 123/QĐ-XPVPHC",
    "số 123/QĐ-XPVPHC",
    "123/QĐ-XPVPHC ngày 5/10/2019",
    "Quyết định số 123/QĐ-XPVPHC ngày 05 tháng 10 năm 2019",
    "QĐ số 00123/QĐ-XPVPHC",
    "QĐ 123/QĐ-XPVPHC",
    "0123/QĐ-XPVPHC",
    "123/QĐ–XPVPHC",
    "123/QĐ\u2011XPVPHC",
    "123/QĐ\u2212XPVPHC",
    "123 / QĐ - XPVPHC",
    "123\u00A0/\u00A0QĐ-XPVPHC",
    "123\u2215QĐ-XPVPHC",
    "123/QD-XPVPHC",
    "123/Q\u00D0-XPVPHC",
    "123/Q\u0189-XPVPHC",
    "123/qđ-xpvphc",
    "１２３/QĐ-XPVPHC",
    "123/QĐ-XPVPHC, về việc xử phạt",
    "123/QĐ-XPVPHC (05/10/2019)",
    "123/QĐ-XPVPHC.",
  ],
  "1234/QĐ-UBND": ["1234/QĐ-UBND", "1.234/QĐ-UBND", "Số 1234/QĐ - UBND"],
  "05/BB-VPHC": ["5/BB-VPHC", "05/BB-VPHC", "Biên bản số: 05/BB-VPHC", "005/bb-vphc"],
  "12a/QĐ-KPHQ": ["12a/QĐ-KPHQ", "12A/QĐ-KPHQ", "012a/QĐ – KPHQ"],
  "15/2012/QH13": ["15/2012/QH13", "Luật số 15/2012/QH13", "15 / 2012 / qh13"],
  "12/2019/QĐ-UBND": ["12/2019/QĐ-UBND", "Quyết định số 12/2019/QĐ-UBND", "12/2019/QD-UBND"],
  "07/TTr-SVHTT&DL": ["7/TTr-SVHTT&DL", "07/ttr-svhtt&dl"],
  "3": ["3", "03", "Số: 3"],
  "không số": ["không số"],
  "BB 12 (lần 2)": ["BB 12 (lần 2)"],
};

describe("the number of a paper", () => {
  for (const [normal, forms] of Object.entries(FORMS)) {
    for (const form of forms) {
      it(`${form} is ${normal}`, () => {
        expect(normalPaperNumber(form)).to.equal(normal);
        expect(samePaperNumber(form, normal)).to.equal(true);
      });
    }
  }

  it("is another one with another number, year, symbol or letter", () => {
    const keys = [
      ...["12/QĐ-UBND", "120/QĐ-UBND", "12a/QĐ-UBND", "12/2019/QĐ-UBND", "12/2018/QĐ-UBND", "12/QĐ-XPVPHC", "12"],
      ...["1/23", "12/3", "123", "BL 123", "không số"],
    ].map(paperNumberKey);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it("has one normal form: to make it of itself changes nothing", () => {
    const sign = fc.constantFrom("QĐ", "qd", "XPVPHC", "UBND", "ttr", "SGD&ĐT", "H.D");
    const typed = fc
      .tuple(
        fc.constantFrom("", "Số: ", "QĐ số "),
        fc.integer({ min: 1, max: 99_999 }),
        fc.array(sign, { maxLength: 3 }),
      )
      .map(([label, number, signs]) => `${label}${[String(number), signs.join(" - ")].filter(Boolean).join(" / ")}`);
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: "grapheme", maxLength: 40 })), (text) => {
        const normal = normalPaperNumber(text);
        expect(normalPaperNumber(normal)).to.equal(normal);
        expect(paperNumberKey(normal)).to.equal(paperNumberKey(text));
      }),
    );
  });

  it("has a symbol in one form, with the Đ of the signs that everybody knows", () => {
    for (const form of ["QĐ-XPVPHC", "qd – xpvphc", "Q\u00D0 - XPVPHC", "QĐ XPVPHC"])
      expect(normalSymbol(form), form).to.equal("QĐ-XPVPHC");
    expect(normalSymbol("qd-sdxp")).to.equal("QĐ-SĐXP");
    expect(normalSymbol("hd-ubnd")).to.equal("HD-UBND");
  });

  it("that is printed beforehand stays with its zeros, and is the same without them", () => {
    expect(normalSerial("Số: ab/19p 0012345 ngày 5/10/2019")).to.equal("AB/19P 0012345");
    for (const one of ["0012345", "12345", "Số 0012345"]) expect(serialKey(one), one).to.equal("12345");
    for (const one of ["IBT 00123", "ibt-00123", "IBT123", "ibt00123"]) expect(serialKey(one), one).to.equal("IBT123");
    expect(serialKey("1/23")).not.to.equal(serialKey("12/3"));
  });
});
