/*
 * What makes components easy to find and to judge beside the portfolio. The rules of the portfolio hold: a public file is
 * made from repositories that anybody can read.
 */

/* Other words that people search a need by. */
CREATE TABLE need_word (
  need TEXT NOT NULL REFERENCES need (id), /* the need */
  position INTEGER NOT NULL, /* order of the register, from 1 */
  word TEXT NOT NULL, /* a word or a few, in either language */
  PRIMARY KEY (need, position)
) STRICT, WITHOUT ROWID;
