import { catalog, say } from "../kernel/refusal.js";

export const decisionRegisterRefusals = catalog({
  NUMBER_MISFORMED: () =>
    say(
      "Số văn bản gồm chữ số, có thể kèm một chữ cái thường: 12, 12a.",
      "A number has digits and perhaps one small letter: 12, 12a.",
    ),
  SYMBOL_MISFORMED: () =>
    say(
      "Ký hiệu văn bản gồm chữ, số, dấu gạch nối, dấu chấm, dấu & và dấu gạch chéo: QĐ-XPVPHC.",
      "A symbol has letters, digits, hyphens, dots, ampersands and slashes: QĐ-XPVPHC.",
    ),
  SYMBOLS_DIFFER: (inNumber: string, symbol: string) =>
    say(
      `Số văn bản mang ký hiệu ${inNumber}, khác với ký hiệu ${symbol} đã nêu.`,
      `The number bears the symbol ${inNumber}, and the symbol that was given is ${symbol}.`,
    ),
  NUMBER_OF_ANOTHER_YEAR: () =>
    say(
      "Năm ghi trong số văn bản không phải là năm ký.",
      "The year in the number is not the year in which the paper is signed.",
    ),
  NUMBER_TAKEN: (number: string) =>
    say(`Số ${number} của sổ này đã dùng.`, `Number ${number} of this register is taken.`),
  ANOTHER_NUMBER_DRAWN: (number: string) =>
    say(`Văn bản này đã lấy số ${number}.`, `Number ${number} was drawn for this paper already.`),
  NUMBER_NOT_HELD: () => say("Văn bản này không giữ số nào.", "No number is held for this paper."),
  NUMBER_IN_USE: () =>
    say("Số có thể đã dùng cho văn bản nên không trả lại.", "The number may stand on a paper; it is not given back."),
});
