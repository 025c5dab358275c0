import { expect } from "chai";
import fc from "fast-check";
import { nameKey } from "../../src/domain/kernel/names.js";
import { abbreviationsIn } from "../../src/projections/table/abbreviations.js";
import { fold, foldedWord, wordsAsWritten } from "../../src/projections/table/fold.js";
import { readingsOf } from "../../src/projections/table/readings.js";
import { nearTo, partingsOf, wordOfKeys } from "../../src/projections/table/syllables.js";

describe("what was typed", () => {
  const TELEX: Readonly<Record<string, string>> = {
    nguyeexn: "nguyễn",
    nguyenex: "nguyễn",
    ddang: "đang",
    dangd: "đang",
    ddawngj: "đặng",
    nguowif: "người",
    nguwowif: "người",
    huyeenj: "huyện",
    hoas: "hóa",
    thanhf: "thành",
    quyeets: "quyết",
    ddinhj: "định",
    cuawr: "cửa",
    thuwr: "thử",
    trwowngf: "trường",
    hoawcj: "hoặc",
    oanhf: "oành",
    xuwr: "xử",
  };
  const VNI: Readonly<Record<string, string>> = {
    nguye64n: "nguyễn",
    nguyen64: "nguyễn",
    d9ang: "đang",
    dang9: "đang",
    d9a85ng: "đặng",
    nguo72i: "người",
    huye65n: "huyện",
    ho1a: "hóa",
    tha2nh: "thành",
    quye61t: "quyết",
    d9i5nh: "định",
    hoa85c: "hoặc",
    xu73: "xử",
  };
  for (const [keys, word] of [...Object.entries(TELEX), ...Object.entries(VNI)]) {
    it(`as ${keys} is ${word}`, () => {
      expect(wordOfKeys(keys)).to.equal(nameKey(word));
    });
  }

  it("is no keystrokes where nothing comes of them", () => {
    for (const word of ["thanh", "an", "ubnd", "12", "ibt00123", "xyz", "nguyễn", "qh13"]) {
      expect(wordOfKeys(word), word).to.equal(undefined);
    }
  });

  it("parts into the same words where a sign keeps it from being read word by word", () => {
    const letters = fc.constantFrom(..."aăâeêioôơuưyđĐÐbcHòáếữÃåöýñ×ð09 _-.,'(\n", "ﬁ", "\u0301", "½", "\u200B", "Ω");
    const texts = fc.array(letters, { maxLength: 30 }).map((all) => all.join(""));
    const forced = fc.oneof(texts, fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(forced, (text) => {
        expect(wordsAsWritten(text)).to.deep.equal(wordsAsWritten(`${text} \u200B`));
      }),
    );
  });

  it("runs words together", () => {
    expect(partingsOf("thanhhoa")[0]).to.deep.equal(["thanh", "hoa"]);
    expect(partingsOf("nguyenvanan")).to.deep.include(["nguyen", "van", "an"]);
    expect(partingsOf("đôngsơn")[0]).to.deep.equal(["đông", "sơn"]);
    for (const word of ["hoang", "nghieng", "xyz", "12", "ubndtt"]) expect(partingsOf(word), word).to.deep.equal([]);
    expect(partingsOf("a".repeat(40)).length).to.be.at.most(4);
  });

  it("is misspelt by one letter of a longer word: swapped, wrong, missing, too many", () => {
    for (const near of ["thiue", "thieo", "thie", "thieuu"]) {
      expect(near.length < 5 || nearTo(near).includes("thieu"), near).to.equal(true);
    }
    expect(nearTo("thanh")).to.include.members(["thahn", "thang", "tanh", "thank"]);
    expect(nearTo("hoa")).to.deep.equal([]);
    expect(nearTo("thanh")).not.to.include("thanh");
  });

  it("is bounded, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const groups = readingsOf(text);
        expect(groups.length).to.be.at.most(7);
        for (const readings of groups) expect(readings.length).to.be.at.most(19);
      }),
    );
  });
});

describe("words", () => {
  it("of names that are the same are found alike", () => {
    const letter = fc.constantFrom(..."aăâeêioôơuưybcdđghklmnpqrstvx ÐĐ\u0300\u0301\u0303\u0309\u0323\u200B\uFE0F-");
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 20 }), (letters) => {
        const typed = letters.join("");
        for (const other of [typed.normalize("NFD"), typed.toUpperCase(), ` ${typed}  `]) {
          if (nameKey(other) !== nameKey(typed)) continue;
          expect(fold(other)).to.equal(fold(typed));
          expect(wordsAsWritten(other)).to.deep.equal(wordsAsWritten(typed));
        }
      }),
    );
  });

  it("are abbreviated by their initials, and the usual ones both ways", () => {
    const of = (text: string, isBody = true): string[] => [
      ...abbreviationsIn(wordsAsWritten(text).map(foldedWord), isBody),
    ];
    expect(of("Sở Thông tin và Truyền thông").filter((one) => "stttt tttt".includes(one))).to.include.members([
      "stttt",
      "tttt",
    ]);
    expect(of("Ủy ban nhân dân tỉnh").some((one) => one.startsWith("ubnd"))).to.equal(true);
    expect(of("Làm việc với UBND", false)).to.include.members(["uy", "ban", "nhan", "dan"]);
    expect(of("Làm việc với Uỷ ban nhân dân", false)).to.deep.equal(["ubnd"]);
    expect(of("Làm việc với bà con", false)).to.deep.equal([]);
  });
});
