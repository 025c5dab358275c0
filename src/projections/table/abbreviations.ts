/**
 * Abbreviations. The name of a body is found by the initials of any of its words that follow each other, small words left
 * out: `TTTT` in Sở Thông tin và Truyền thông. In other texts only those count that everybody uses, both ways: who looks for
 * `ủy ban nhân dân` finds UBND too.
 */

/** Words that initials leave out, folded. */
const SMALL_WORDS = new Set(["va", "cac", "cua", "ve", "tai"]);

/** In use everywhere; folded. A word that stands for several is looked for as each of them. */
const USUAL: readonly (readonly [string, string])[] = [
  ["ubnd", "uy ban nhan dan"],
  ["hdnd", "hoi dong nhan dan"],
  ["ubmttq", "uy ban mat tran to quoc"],
  ["tttt", "thong tin truyen thong"],
  ["vhttdl", "van hoa the thao du lich"],
  ["vhtt", "van hoa thong tin"],
  ["ptth", "phat thanh truyen hinh"],
  ["gddt", "giao duc dao tao"],
  ["khcn", "khoa hoc cong nghe"],
  ["khdt", "ke hoach dau tu"],
  ["tnmt", "tai nguyen moi truong"],
  ["nnptnt", "nong nghiep phat trien nong thon"],
  ["ldtbxh", "lao dong thuong binh xa hoi"],
  ["xpvphc", "xu phat vi pham hanh chinh"],
  ["vphc", "vi pham hanh chinh"],
  ["xbp", "xuat ban pham"],
  ["nxb", "nha xuat ban"],
  ["vpdd", "van phong dai dien"],
  ["qd", "quyet dinh"],
  ["bb", "bien ban"],
  ["tp", "thanh pho"],
  ["tx", "thi xa"],
  ["tt", "thi tran"],
  ["tnhh", "trach nhiem huu han"],
  ["dntn", "doanh nghiep tu nhan"],
  ["ctcp", "cong ty co phan"],
  ["cty", "cong ty"],
  ["tw", "trung uong"],
  ["bql", "ban quan ly"],
];
const WORDS_OF = new Map(USUAL.map(([short, long]) => [short, long.split(" ")]));
/** By their first word, the longest first. */
const BEGINNING_WITH = new Map<string, { readonly short: string; readonly words: readonly string[] }[]>();
for (const [short, words] of WORDS_OF) {
  const [first = ""] = words;
  BEGINNING_WITH.set(first, [...(BEGINNING_WITH.get(first) ?? []), { short, words }]);
}

const LONGEST_INITIALS = 12;

/** What else the words may be called. @param words folded, in order @param isBody all initials stand for it */
export function abbreviationsIn(words: readonly string[], isBody: boolean): Set<string> {
  const other = new Set<string>();
  const counted = words.filter((word) => !SMALL_WORDS.has(word));
  for (const [at, word] of counted.entries()) {
    for (const long of WORDS_OF.get(word) ?? []) other.add(long);
    for (const { short, words: long } of BEGINNING_WITH.get(word) ?? []) {
      if (long.every((one, index) => counted[at + index] === one)) other.add(short);
    }
    if (!isBody || at === counted.length - 1) continue;
    // A beginning of these is what people write, from whichever word they begin.
    other.add(
      counted
        .slice(at, at + LONGEST_INITIALS)
        .map(([initial = ""]) => initial)
        .join(""),
    );
  }
  return other;
}
