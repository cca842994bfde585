/* SNOMED CT's Compositional Grammar: expressions that are put together of concepts. */
grammar Scg;

options { caseInsensitive = true; }

input : ('===' | '<<<')? expression EOF ;

expression : concept ('+' concept)* (':' refinement)? ;

refinement : (attributeSet | group) (','? group)* ;

attributeSet : attribute (',' attribute)* ;

group : '{' attributeSet '}' ;

attribute : concept '=' value ;

value : concept | '(' expression ')' | NUMBER | STRING | WORD ;

concept : INTEGER TERM? ;

TERM : '|' ~[|]* '|' ;
STRING : '"' (~["\\] | '\\' .)* '"' ;
NUMBER : '#' [+-]? [0-9]+ ('.' [0-9]+)? ;
INTEGER : [0-9]+ ;
WORD : 'TRUE' | 'FALSE' ;
SPACE : [ \t\r\n]+ -> skip ;
UNKNOWN : . ;
