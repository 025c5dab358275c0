import { expect } from "chai";
import { nameOrder, personOrder } from "../../../src/domain/kernel/nameOrder.js";

const inOrder = (names: readonly string[], keyOf: (name: string) => string): void => {
  const keys = names.map(keyOf);
  for (const [at, key] of keys.entries()) {
    // SQLite compares the bytes, JavaScript the code units: of these keys both are the same.
    expect(key, names[at]).to.match(/^[\t -~]*$/);
    if (at > 0) expect((keys[at - 1] ?? "") < key, `${names[at - 1]} < ${names[at]}`).to.equal(true);
  }
};

describe("the order of Vietnamese names", () => {
  it("is that of the letters, a ă â, d đ, e ê, o ô ơ, u ư", () => {
    inOrder(["An", "Anh", "Ăng", "Ân", "Dũng", "Đào", "Đức", "Oanh", "Ôn", "Ơn", "Út", "Ước"], nameOrder);
    inOrder([..."aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"], nameOrder);
  });

  it("is that of the tones where all letters are the same, wherever in the syllable they are typed", () => {
    inOrder(["Hoa", "Hoà", "Hỏa", "Hoã", "Hóa", "Hoạ"], nameOrder);
    expect(nameOrder("Hoà")).to.equal(nameOrder("Hòa"));
    inOrder(["Hòa An", "Hoa Bình", "Hòa Bình"], nameOrder);
  });

  it("goes word by word, small letters before capitals, digits before letters, letters of others last", () => {
    inOrder(["Sở Tư pháp", "Sở y tế", "Sở Y tế", "Sợi"], nameOrder);
    inOrder(["ban", "Ban", "BAN"], nameOrder);
    inOrder(["Xã 2", "Xã An", "Xã Z", "Xã Ж", "Xã 書", "Xã 𠀀"], nameOrder);
    inOrder(["An", "An Bình", "Anh"], nameOrder);
  });

  it("takes what stands between words, and what nobody sees, for nothing", () => {
    for (const name of ["Phát thanh – Truyền hình", "Phát thanh  Truyền hình", "Phát\u200b thanh, Truyền hình"]) {
      expect(nameOrder(name)).to.equal(nameOrder("Phát thanh Truyền hình"));
    }
  });

  it("of persons is by given name with its tone, then by the rest, and by capitals only then", () => {
    const names = [
      "An",
      "Lê Văn An",
      "NGUYỄN VĂN AN",
      "Trần An",
      "Nguyễn Thị Ánh",
      "Đỗ Ân",
      "Trần Văn Hoa",
      "Lê Thị Hoà",
      "Nguyễn Văn Hòa",
      "Lê Thị Hóa",
    ];
    inOrder(names, personOrder);
  });
});
