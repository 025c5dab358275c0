import { expect } from "chai";
import fc from "fast-check";
import { initialsOf, nameKey, sameName, withInitialsOf } from "../../../src/domain/kernel/names.js";
import { READABLE_LINE, READABLE_LINES } from "../../../src/domain/kernel/text.js";

const SAME: readonly (readonly [string, string])[] = [
  ["Sở Văn hóa", "Sở Văn hoá"],
  ["Hòe", "Hoè"],
  ["Thủy", "Thuỷ"],
  ["HÒA", "hoà"],
  ["Quý", "Qúy"],
  ["Khuỷu", "Khủyu"],
  ["Người", "Ngừơi"],
  ["Nghĩa Của", "Nghiã Cuả"],
  ["Huyện Thiệu Hóa", "Huyện Thiệu Hoá".normalize("NFD")],
  ["Ban Dân tộc", "ＢＡＮ  DÂN\u00a0TỘC "],
  ["Đà Nẵng", "\u00d0à Nẵng"],
  ["Đà Nẵng", "\u0189à Nẵng"],
  ["Ban", "B\ufe0fa\u034fn\u17b4\u2800\u200b\ufeff\u{e0100}"],
];
const OTHERS: readonly (readonly [string, string])[] = [
  ["Thanh Hóa", "Thanh Hòa"],
  ["Thanh Hóa", "Thanh Hoa"],
  ["Đông", "Dông"],
  ["An", "Ân"],
  ["Hòa Bình", "Hoà Bính"],
  ["Hà Nội", "Hànội"],
  ["Café", "Cáfe"],
  ["\u0111", "\u00f0"],
];

describe("a name", () => {
  it("is the same in capitals, in another width, with other blanks, invisible characters, or the tone elsewhere", () => {
    for (const [one, other] of SAME) expect(sameName(one, other), `${one}, ${other}`).to.equal(true);
  });

  it("is another with another mark, letter, or division into words", () => {
    for (const [one, other] of OTHERS) expect(sameName(one, other), `${one}, ${other}`).to.equal(false);
  });

  it("has a key that is its own key", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => nameKey(nameKey(name)) === nameKey(name)));
  });

  it("is given by initials wherever it stands in a text, however it is spelled there", () => {
    const shown = "Kiểm tra cơ sở “N••• V••• H•••” của ông N••• V••• H•••, không phải Nguyễn Văn Hóa hay Văn Hòa";
    const text = "Kiểm tra cơ sở “NGUYỄN  VĂN HOÀ” của ông Nguyễn Văn Hòa, không phải Nguyễn Văn Hóa hay Văn Hòa";
    expect(withInitialsOf("Nguyễn Văn Hòa", text)).to.equal(shown);
    expect(withInitialsOf("An", "An An, Anh An.")).to.equal("A••• A•••, Anh A•••.");
    expect(withInitialsOf("", "An")).to.equal("An");
    expect(initialsOf("Đỗ Ý")).to.equal("Đ••• •••");
  });
});

describe("text that can be read", () => {
  it("has a letter or a digit, and nothing invisible or lost; lines may have tabs and breaks", () => {
    for (const text of ["Sở Y tế", "№ 5", "ắ".normalize("NFD"), "書"]) {
      expect([READABLE_LINE.test(text), READABLE_LINES.test(`${text}\n\t${text}`)], text).to.deep.equal([true, true]);
    }
    const unseen = [
      "\u0000",
      "\u200b",
      "\u00ad",
      "\ufe0f",
      "\u034f",
      "\u2800",
      "\u17b4",
      "\u3164",
      "\u2028",
      "\u{e0100}",
    ];
    for (const char of [...unseen, "\ufffd", "\ud800"]) {
      const text = `a${char}b`;
      expect([READABLE_LINE.test(text), READABLE_LINES.test(text)], JSON.stringify(char)).to.deep.equal([false, false]);
    }
    for (const text of ["", "…", "a\nb", "a\tb"])
      expect(READABLE_LINE.test(text), JSON.stringify(text)).to.equal(false);
  });
});
