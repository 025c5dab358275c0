/**
 * A character that nobody sees, as a regular expression's text: controls, formats, what Unicode lets a font leave out
 * (joiners, variation selectors, fillers), and signs that are drawn as nothing (the empty Braille cell, the null
 * notehead, the blanks of old scripts). With one of them, texts that are not the same look the same. The tab and the
 * line break are not among them: they are blanks.
 */
export const INVISIBLE = String.raw`(?![\t\n])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}\u{13441}\u{13442}\u{16FE4}]`;

/** It stands where something could not be read (U+FFFD): what was meant is lost. */
export const LOST = String.raw`\uFFFD`;

/** A line of text with something to read in it, and nothing that is invisible or was lost. */
export const READABLE_LINE = new RegExp(String.raw`^(?=.*[\p{L}\p{N}])(?:(?!${INVISIBLE})[^\t\n${LOST}])*$`, "u");
/** As a line, with tabs and line breaks. */
export const READABLE_LINES = new RegExp(String.raw`^(?=[^]*[\p{L}\p{N}])(?:(?!${INVISIBLE})[^${LOST}])*$`, "u");
