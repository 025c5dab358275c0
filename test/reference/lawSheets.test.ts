import { expect } from "chai";
import { CONFIDENCES } from "../../src/domain/law/terms.js";
import { shippedRows } from "../../src/reference/lawFiles.js";
import { sheetsOf } from "../../src/reference/lawSheets.js";
import { lawBook } from "../support/law.js";

/** What `npm run law -- check` prints. */
describe("the sheets of the law", () => {
  const law = lawBook();
  const { violations, powers, deadlines, parameters, remoteAreas, holidays } = shippedRows();
  const rows = [...violations, ...powers, ...deadlines, ...parameters, ...remoteAreas, ...holidays];
  const told = (lines: readonly string[]): number =>
    lines.flatMap((line) => / {2}(\d+) dòng: /.exec(line)?.[1] ?? []).reduce((sum, count) => sum + Number(count), 0);

  it("have every row once, each with its source and how sure it is", () => {
    const lines = sheetsOf(law, {});
    expect(told(lines)).to.equal(rows.length);
    for (const confidence of CONFIDENCES.values) {
      const marked = lines.filter((line) => line.startsWith(`  ${confidence} (`));
      expect(marked.length, confidence).to.equal(rows.filter((row) => row.confidence === confidence).length);
    }
    for (const { source } of rows) expect(lines).to.include(`  Nguồn: ${source}`);
  });

  it("can be of one decree, of one day, of the rows to be checked first", () => {
    const low = sheetsOf(law, { confidence: "LOW" });
    expect(told(low)).to.equal(rows.filter(({ confidence }) => confidence === "LOW").length);
    const decree = { instrument: "SANC-PRESS-159" };
    expect(told(sheetsOf(law, decree))).to.equal(
      [...violations, ...powers].filter(({ instrument }) => instrument === decree.instrument).length,
    );
    expect(sheetsOf(law, { ...decree, on: "2021-01-01" })).to.deep.equal([]);
    expect(told(sheetsOf(law, { on: "2019-02-04" }))).to.be.greaterThan(
      told(sheetsOf(law, { ...decree, on: "2019-02-04" })),
    );
  });

  it("say of a row what the gazette says: where it stands, for whom, how much", () => {
    const text = sheetsOf(law, { instrument: "SANC-PRESS-119", on: "2021-06-01" }).join("\n");
    expect(text).to.contain(
      "Khoản 2 Điều 29 · 119.29.2\n  HIGH (chắc chắn), đi kèm sản phẩm, từ 01/12/2020\n  Xuất bản: Phát hành hoặc tàng trữ",
    );
    expect(text).to.contain("Phạt tiền: cá nhân 2.500.000 – 5.000.000 đồng; tổ chức 5.000.000 – 10.000.000 đồng");
    expect(text).to.contain("Số bản của một tên: từ 50 đến 99");
    expect(text).to.contain("Khoản 1 Điều 40 · Chủ tịch UBND xã, báo chí");
    expect(text).to.contain("Tịch thu tang vật trị giá đến 5.000.000 đồng");
    expect(text).to.contain("Chỉ được áp dụng biện pháp: tiêu hủy");
    const after = sheetsOf(law, { instrument: "AVH-189" }).join("\n");
    expect(after).to.contain("Có thẩm quyền, chưa rõ mức").and.to.contain("Không có thẩm quyền");
  });
});
