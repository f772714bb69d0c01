// SPDX-License-Identifier: Apache-2.0
parser grammar IsonomyParser;

options { tokenVocab = IsonomyLexer; }

file: declaration* EOF;
// A fact stated on the command line.
statement: comparison EOF;

declaration
  : domainDecl | flowDecl | enumDecl | scaleDecl | factDecl | measureDecl
  | jurisdictionDecl | blocDecl | rulesetDecl | clashDecl
  | linkDecl | routeDecl | exampleDecl
  ;

label: STRING translation*;
translation: AT name STRING;
path: name (DOT name)*;
paths: path (COMMA path)*;

// 1. Vocabulary
domainDecl: DOMAIN name label?;
flowDecl: FLOW name FROM name TO name transit? label?;
transit: THROUGH name;
enumDecl: SET? ENUM name label? LEFT_BRACE enumerator (COMMA enumerator)* COMMA? RIGHT_BRACE;
scaleDecl: SCALE name label? LEFT_BRACE enumerator (LESS enumerator)* RIGHT_BRACE;
enumerator: name label?;
factDecl: FACT name COLON type label? perLine? sum?;
sum: SUM OF name (COMMA name)*;
perLine: PER LINE;
type: setType | flagType | typeName perKilogram?;
setType: SET OF typeName;
// A jurisdiction is both a thing to declare and a type.
typeName: name | JURISDICTION;
flagType: YES SLASH NO;
perKilogram: PER KG;
measureDecl: MEASURE path COLON type label? LEFT_BRACE measureClause* RIGHT_BRACE;
measureClause: askedOf | askedWhen | direction | importance | aligns;
askedOf: ASKED OF name name;
askedWhen: ASKED WHEN condition;
direction: (HIGHER | LOWER) IS MORE_ OPEN | NEUTRAL;
importance: IMPORTANCE INTEGER;
aligns: ALIGNS STRING (COMMA STRING)*;

// 2. Jurisdictions and blocs
jurisdictionDecl: JURISDICTION path label? (LEFT_BRACE jurisdictionClause* RIGHT_BRACE)?;
jurisdictionClause: currencyClause | withinClause;
currencyClause: CURRENCY CAPITALS;
withinClause: WITHIN path;
blocDecl: BLOC name label? LEFT_BRACE blocClause* RIGHT_BRACE;
blocClause: legislates | membersClause;
legislates: LEGISLATES;
membersClause: MEMBERS member (COMMA member)* COMMA?;
member: path fromClause? throughClause?;

// 3. Rules
rulesetDecl: RULESET path label? LEFT_BRACE rulesetItem* RIGHT_BRACE;
rulesetItem: appliesClause | completeClause | ruleDecl | tableDecl | commitmentDecl;
appliesClause: APPLIES WHEN condition;
completeClause: COMPLETE FROM date;
ruleDecl: RULE name label? overridesClause? LEFT_BRACE ruleClause* RIGHT_BRACE;
tableDecl: TABLE name label? BY name (COMMA name)* FROM STRING overridesClause? (LEFT_BRACE ruleClause* RIGHT_BRACE)?;
overridesClause: OVERRIDES paths;
ruleClause
  : assignment | whenClause | fromClause | throughClause | statusClause | suspendedClause | implementedClause
  | sourceClause | noteClause
  ;
assignment: path (assignValue | includeValue | isSilent | isUnknown);
assignValue: EQUAL value;
includeValue: INCLUDES value;
isSilent: IS SILENT;
isUnknown: IS UNKNOWN;
whenClause: WHEN condition;
fromClause: FROM (date | UNKNOWN);
throughClause: THROUGH date;
statusClause: STATUS name;
suspendedClause: SUSPENDED fromClause throughClause? sourceClause?;
implementedClause: IMPLEMENTED BY STRING;
sourceClause: SOURCE STRING (articleClause | urlClause | checkedClause)*;
articleClause: ARTICLE STRING;
urlClause: URL STRING;
checkedClause: CHECKED date;
noteClause: NOTE label;

// 4. Commitments
commitmentDecl: COMMITMENT name label? LEFT_BRACE commitmentClause* RIGHT_BRACE;
commitmentClause
  : comparison | whenClause | betweenClause | exceptClause | strengthClause | fromClause | throughClause
  | sourceClause | noteClause
  ;
betweenClause: BETWEEN MEMBERS;
exceptClause: EXCEPT member (COMMA member)*;
strengthClause: STRENGTH name;

// 5. Clashes
clashDecl: CLASH name label? ON name SEVERITY severity LEFT_BRACE clashClause* RIGHT_BRACE;
// `note` opens a clause and is also the least severity.
severity: name | NOTE;
clashClause: whenClause | kindClause | remedyClause | sourceClause | noteClause;
kindClause: KIND name;
remedyClause: REMEDY label;

// 7. Routes and network
linkDecl: LINK path (BOTH_WAYS | ARROW) path byModes? label? (LEFT_BRACE linkClause* RIGHT_BRACE)?;
byModes: BY name (COMMA name)*;
linkClause: distanceClause | borderClause | fromClause | throughClause | sourceClause | noteClause;
distanceClause: DISTANCE number KM;
borderClause: BORDER number timeUnit;
routeDecl: ROUTE name label? LEFT_BRACE journey RIGHT_BRACE;
journey: path (ARROW path)* byModes?;

// 8. Examples
exampleDecl: EXAMPLE STRING LEFT_BRACE exampleClause* RIGHT_BRACE;
exampleClause: exampleRoute | givenClause | lineClause | expectClause;
exampleRoute: ROUTE journey;
givenClause: GIVEN comparison (COMMA comparison)*;
lineClause: LINE comparison (COMMA comparison)*;
expectClause: EXPECT (expectFinding | expectAnswer);
expectFinding: NO? POSSIBLE? (CLASH | GAP) path?;
expectAnswer: comparison decidedBy?;
decidedBy: BY paths;

// Conditions and values
condition: conjunction (OR conjunction)*;
conjunction: negation (AND negation)*;
negation: NOT negation | LEFT_PAREN condition RIGHT_PAREN | comparison;
comparison: path relation;
relation
  : (EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) value
  | NOT? IN value
  | SHARES NOTHING WITH value
  | INCLUDES ((ALL | ANY) OF)? value
  | IS NOT? (SILENT | UNKNOWN | APPLICABLE)
  ;
value: valueSet | item;
valueSet: LEFT_BRACE (item (COMMA item)* COMMA?)? RIGHT_BRACE;
item: scalar (TO scalar)?;
scalar
  : number PERCENT
  | number SLASH number
  | number CAPITALS perKilogram?
  | number (KG | GRAM | KM)
  | number timeUnit
  | number
  | date
  | YES
  | NO
  | path
  ;
number: INTEGER | DECIMAL;
timeUnit: HOURS | DAYS | BUSINESS DAYS | MONTHS | YEARS;
date: DATE;

name: WORD | CAPITALS | contextual;
contextual
  : FACT | FLOW | SET | OF | PER | LINE | TO | BY | ON | ASKED | HIGHER | LOWER | MORE_ | OPEN | NEUTRAL | IMPORTANCE
  | ALIGNS | CURRENCY | WITHIN | LEGISLATES | MEMBERS | APPLIES | COMPLETE | SUSPENDED | IMPLEMENTED | INCLUDES
  | SHARES | NOTHING | WITH | ALL | ANY | SILENT | UNKNOWN | APPLICABLE | UNLIMITED | BETWEEN | EXCEPT | STRENGTH
  | SEVERITY | KIND | REMEDY | DISTANCE | BORDER | GIVEN | GAP | BUSINESS | SUM | POSSIBLE
  ;
