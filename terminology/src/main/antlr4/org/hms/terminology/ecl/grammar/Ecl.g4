/*
 * SNOMED CT's Expression Constraint Language 2, brief syntax, on tokens. Which words a filter takes is told by its reader,
 * so that a wrong one is named; comments and white space stand between any two tokens.
 */
grammar Ecl;

options { caseInsensitive = true; }

constraint : expression EOF ;

expression
    : operand ':' refinement           # Refined
    | operand (conjunction operand)+   # Both
    | operand (OR operand)+            # Either
    | operand MINUS operand            # Without
    | operand ('.' operand)+           # Dotted
    | operand                          # Plain
    ;

operand : hierarchy? memberOf? focus filter* ;

hierarchy : '<' | '<<' | '<!' | '<<!' | '>' | '>>' | '>!' | '>>!' | '!!>' | '!!<' ;

memberOf : '^' ('[' ('*' | word (',' word)*) ']')? ;

focus
    : concept               # One
    | '*'                   # Any
    | ALTERNATE TERM?       # Alternate
    | '(' expression ')'    # Nested
    ;

concept : INTEGER TERM? ;

refinement
    : subRefinement (conjunction subRefinement)+   # AllRefinements
    | subRefinement (OR subRefinement)+            # SomeRefinement
    | subRefinement                                # OneRefinement
    ;

subRefinement : attributeSet | group | '(' refinement ')' ;

attributeSet
    : subAttributeSet (conjunction subAttributeSet)+   # AllAttributes
    | subAttributeSet (OR subAttributeSet)+            # SomeAttribute
    | subAttributeSet                                  # OneAttribute
    ;

subAttributeSet : attribute | '(' attributeSet ')' ;

group : cardinality? '{' attributeSet '}' ;

attribute : cardinality? R? operand comparison ;

cardinality : '[' INTEGER '..' (INTEGER | '*') ']' ;

comparison
    : equality operand                  # ToConcepts
    | order NUMBER                      # ToNumber
    | equality text                     # ToText
    | equality '(' text+ ')'            # ToTexts
    | equality word                     # ToTruth
    ;

filter : '{{' ( '+' word ( '(' expression ')' )? | (C | D | M)? test (',' test)* ) '}}' ;

test : word order value ;

value
    : text                              # TextValue
    | '(' text+ ')'                     # TextValues
    | NUMBER                            # NumberValue
    | named                             # NamedValue
    | '(' named+ ')'                    # NamedValues
    | '(' concept concept+ ')'          # ConceptValues
    | operand                           # ConceptValue
    ;

/* A word, or a concept with how well a text is accepted in it. */
named : word acceptability? | concept acceptability ;

acceptability : '(' (word | concept)+ ')' ;

text : (word ':')? STRING ;

conjunction : AND | ',' ;
equality : '=' | '!=' | '<>' ;
order : '=' | '!=' | '<>' | '<' | '<=' | '>' | '>=' ;
word : WORD | R | C | D | M ;

AND : 'AND' ;
OR : 'OR' ;
MINUS : 'MINUS' ;
R : 'R' ;
C : 'C' ;
D : 'D' ;
M : 'M' ;
TERM : '|' ~[|]* '|' ;
STRING : '"' (~["\\] | '\\' .)* '"' ;
NUMBER : '#' [+-]? [0-9]+ ('.' [0-9]+)? ;
ALTERNATE : [A-Z] [A-Z0-9-]* '#' [A-Z0-9._-]+ ;
INTEGER : [0-9]+ ;
WORD : [A-Z] [A-Z0-9_-]* ;
COMMENT : '/*' .*? '*/' -> skip ;
SPACE : [ \t\r\n]+ -> skip ;
UNKNOWN : . ;
