// SPDX-License-Identifier: Apache-2.0
lexer grammar IsonomyLexer;

// Words that open a declaration or a clause, and operators: never names.
DOMAIN: 'domain'; ENUM: 'enum'; SCALE: 'scale'; MEASURE: 'measure'; JURISDICTION: 'jurisdiction'; BLOC: 'bloc';
RULESET: 'ruleset'; RULE: 'rule'; COMMITMENT: 'commitment'; CLASH: 'clash'; CHARGE: 'charge'; LINK: 'link';
ROUTE: 'route'; EXAMPLE: 'example'; TABLE: 'table'; OVERRIDES: 'overrides'; WHEN: 'when'; FROM: 'from';
THROUGH: 'through'; SOURCE: 'source'; ARTICLE: 'article'; URL: 'url'; CHECKED: 'checked'; NOTE: 'note'; STATUS: 'status';
IN: 'in'; IS: 'is'; NOT: 'not'; AND: 'and'; OR: 'or'; YES: 'yes'; NO: 'no'; EXPECT: 'expect';

// Units: never names.
HOURS: 'hours' | 'hour'; DAYS: 'days' | 'day'; MONTHS: 'months' | 'month'; YEARS: 'years' | 'year';
KG: 'kg'; GRAM: 'g'; KM: 'km';

// Words that mean something in one place only and stay usable as names everywhere else.
FACT: 'fact'; FLOW: 'flow'; SET: 'set'; OF: 'of'; PER: 'per'; LINE: 'line'; TO: 'to'; BY: 'by'; ON: 'on';
ASKED: 'asked'; HIGHER: 'higher'; LOWER: 'lower'; MORE_: 'more'; OPEN: 'open'; NEUTRAL: 'neutral'; IMPORTANCE: 'importance';
ALIGNS: 'aligns'; CURRENCY: 'currency'; WITHIN: 'within'; LEGISLATES: 'legislates'; MEMBERS: 'members'; APPLIES: 'applies';
COMPLETE: 'complete'; SUSPENDED: 'suspended'; IMPLEMENTED: 'implemented'; INCLUDES: 'includes'; SHARES: 'shares';
NOTHING: 'nothing'; WITH: 'with'; ALL: 'all'; ANY: 'any'; SILENT: 'silent'; UNKNOWN: 'unknown'; APPLICABLE: 'applicable';
UNLIMITED: 'unlimited'; BETWEEN: 'between'; EXCEPT: 'except'; STRENGTH: 'strength'; SEVERITY: 'severity'; KIND: 'kind';
REMEDY: 'remedy'; DISTANCE: 'distance'; BORDER: 'border'; GIVEN: 'given'; GAP: 'gap'; BUSINESS: 'business'; SUM: 'sum'; POSSIBLE: 'possible';

BOTH_WAYS: '<->'; ARROW: '->'; LESS_EQUAL: '<='; GREATER_EQUAL: '>='; NOT_EQUAL: '!='; EQUAL: '='; LESS: '<'; GREATER: '>';
LEFT_BRACE: '{'; RIGHT_BRACE: '}'; LEFT_PAREN: '('; RIGHT_PAREN: ')'; COMMA: ','; COLON: ':'; DOT: '.'; SLASH: '/';
PERCENT: '%'; AT: '@';
ARITHMETIC: [*+-];  // no arithmetic in this version; kept so that it gets one message

DATE: DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
BAD_DATE: DIGIT+ '-' DIGIT+ '-' DIGIT+;
THOUSANDS: DIGIT DIGIT? DIGIT? (',' DIGIT DIGIT DIGIT)+ ('.' DIGIT+)?;
DECIMAL: DIGIT+ '.' DIGIT+;
INTEGER: DIGIT+;
CAPITALS: [A-Z] [A-Z] [A-Z];
WORD: [A-Za-z_] [A-Za-z0-9_]*;
STRING: '"' ('\\' ["\\] | ~["\\\r\n])* '"';
OPEN_STRING: '"' ('\\' ["\\] | ~["\\\r\n])* '\\'?;
// Signs beyond ASCII reach the lexer as U+0001, the full-width ones `，；：（）“”｛｝＝。、` as U+0002, a byte-order mark as a blank.
FULL_WIDTH: '\u0002';

COMMENT: '//' ~[\r\n]* -> skip;
SPACE: [ \t\r\n]+ -> skip;
OTHER: .;

fragment DIGIT: [0-9];
