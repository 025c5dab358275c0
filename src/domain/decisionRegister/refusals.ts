import { catalog, say } from "../kernel/refusal.js";

export const decisionRegisterRefusals = catalog({
  NUMBER_MISFORMED: () =>
    say(
      "Số văn bản gồm chữ số, có thể kèm một chữ cái thường: 12, 12a.",
      "A number has digits and perhaps one small letter: 12, 12a.",
    ),
  SYMBOL_MISFORMED: () =>
    say(
      "Ký hiệu văn bản gồm chữ, số, dấu gạch nối và dấu chấm: QĐ-XPVPHC.",
      "A symbol has letters, digits, hyphens and dots: QĐ-XPVPHC.",
    ),
  NUMBER_TAKEN: (number: string) =>
    say(`Số ${number} của sổ này đã dùng.`, `Number ${number} of this register is taken.`),
  ANOTHER_NUMBER_DRAWN: (number: string) =>
    say(`Văn bản này đã lấy số ${number}.`, `Number ${number} was drawn for this paper already.`),
  NUMBER_NOT_HELD: () => say("Văn bản này không giữ số nào.", "No number is held for this paper."),
  NUMBER_IN_USE: () =>
    say("Số có thể đã dùng cho văn bản nên không trả lại.", "The number may stand on a paper; it is not given back."),
});
