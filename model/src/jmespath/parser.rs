//! JMESPath's grammar, by operators' binding powers.

use super::{
    Comparison, Expression, ExpressionKind, ProjectionSource, SyntaxError,
    lexer::{Token, tokens},
};
use ExpressionKind as Kind;

/// How deep expressions may nest; deeper ones are refused.
pub const MAX_DEPTH: usize = 100;

/// Reads an expression.
///
/// # Errors
///
/// The text is none: what was found, and where.
pub fn parse(text: &str) -> Result<Expression, SyntaxError> {
    let mut parser = Parser { tokens: tokens(text)?, place: 0, depth: 0 };
    let expression = parser.expression(0)?;
    match parser.peek() {
        Token::End => Ok(expression),
        _ => Err(parser.unexpected("an operator or the end")),
    }
}

/// An operator of less power ends a projection.
const PROJECTION_STOP: u8 = 10;

const PIPE: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const COMPARISON: u8 = 5;
const FLATTEN: u8 = 9;
const STAR: u8 = 20;
const FILTER: u8 = 21;
const DOT: u8 = 40;
const NOT: u8 = 45;
const BRACKET: u8 = 55;
const CALL: u8 = 60;

/// How strongly an operator binds what stands to its left; 0 for what is no operator.
fn power(token: &Token) -> u8 {
    let Token::Symbol(symbol) = token else { return 0 };
    match *symbol {
        "|" => PIPE,
        "||" => OR,
        "&&" => AND,
        "==" | "!=" | "<" | "<=" | ">" | ">=" => COMPARISON,
        "[]" => FLATTEN,
        "[?" => FILTER,
        "." => DOT,
        "[" => BRACKET,
        "(" => CALL,
        _ => 0,
    }
}

fn comparison(symbol: &str) -> Option<Comparison> {
    Some(match symbol {
        "==" => Comparison::Equal,
        "!=" => Comparison::NotEqual,
        "<" => Comparison::Less,
        "<=" => Comparison::LessOrEqual,
        ">" => Comparison::Greater,
        ">=" => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    place: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.place).map_or(&Token::End, |(_, token)| token)
    }

    fn peek_second(&self) -> &Token {
        self.tokens.get(self.place + 1).map_or(&Token::End, |(_, token)| token)
    }

    fn offset(&self) -> usize {
        let last = self.tokens.len().saturating_sub(1);
        self.tokens.get(self.place.min(last)).map_or(0, |(offset, _)| *offset)
    }

    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.place += 1;
        token
    }

    fn eat(&mut self, symbol: &str) -> bool {
        let found = matches!(self.peek(), Token::Symbol(found) if *found == symbol);
        self.place += usize::from(found);
        found
    }

    fn expect(&mut self, symbol: &'static str) -> Result<(), SyntaxError> {
        if self.eat(symbol) { Ok(()) } else { Err(self.unexpected(&format!("`{symbol}`"))) }
    }

    fn unexpected(&self, wanted: &str) -> SyntaxError {
        let found = self.peek().describe();
        SyntaxError::new(self.offset(), format!("{found} stands where {wanted} is expected"))
    }

    /// An expression up to an operator that binds no more than `right`.
    fn expression(&mut self, right: u8) -> Result<Expression, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("the expression nests deeper than {MAX_DEPTH}");
            return Err(SyntaxError::new(self.offset(), message));
        }
        let mut left = self.prefix()?;
        let mut length = 0;
        while right < power(self.peek()) {
            // A chain nests as it grows.
            length += 1;
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                let message = format!("the expression nests deeper than {MAX_DEPTH}");
                return Err(SyntaxError::new(self.offset(), message));
            }
            left = self.infix(left)?;
        }
        self.depth -= 1 + length;
        Ok(left)
    }

    /// What an expression can begin with.
    fn prefix(&mut self) -> Result<Expression, SyntaxError> {
        let offset = self.offset();
        let make = |kind| Ok(Expression::new(offset, kind));
        let current = || Box::new(Expression::new(offset, Kind::Current));
        match self.peek().clone() {
            Token::Name(name) => {
                self.next();
                make(Kind::Field(name))
            }
            Token::QuotedName(name) => {
                self.next();
                if matches!(self.peek(), Token::Symbol("(")) {
                    return Err(self.unexpected("no function's name in quotes, but an operator"));
                }
                make(Kind::Field(name))
            }
            Token::Literal(value) => {
                self.next();
                make(Kind::Literal(value))
            }
            Token::Symbol(symbol) => match symbol {
                "@" => {
                    self.next();
                    make(Kind::Current)
                }
                "*" => {
                    self.next();
                    let each = self.projected(STAR)?;
                    make(projection(current(), ProjectionSource::Values, each))
                }
                "[]" | "[?" => self.infix(*current()),
                "[" if self.starts_index() => self.infix(*current()),
                "[" => {
                    self.next();
                    make(Kind::List(self.list("]")?))
                }
                "{" => {
                    self.next();
                    make(Kind::Object(self.object()?))
                }
                "!" => {
                    self.next();
                    make(Kind::Not(Box::new(self.expression(NOT)?)))
                }
                "(" => {
                    self.next();
                    let inner = self.expression(0)?;
                    self.expect(")")?;
                    Ok(inner)
                }
                _ => Err(self.unexpected("an expression")),
            },
            Token::Number(_) | Token::End => Err(self.unexpected("an expression")),
        }
    }

    /// Whether the `[` that is next opens an index, a slice or `[*]`, rather than a list of expressions.
    fn starts_index(&self) -> bool {
        match self.peek_second() {
            Token::Number(_) | Token::Symbol(":") => true,
            Token::Symbol("*") => {
                let third = self.tokens.get(self.place + 2).map(|(_, token)| token);
                matches!(third, Some(Token::Symbol("]")))
            }
            _ => false,
        }
    }

    /// The operator that is next, applied to `left`.
    fn infix(&mut self, left: Expression) -> Result<Expression, SyntaxError> {
        let offset = self.offset();
        let make = |kind| Ok(Expression::new(offset, kind));
        let left = Box::new(left);
        let Token::Symbol(symbol) = self.next() else {
            self.place -= 1;
            return Err(self.unexpected("an operator"));
        };
        match symbol {
            "." if self.eat("*") => {
                let each = self.projected(STAR)?;
                make(projection(left, ProjectionSource::Values, each))
            }
            "." => {
                let right = Box::new(self.after_dot(DOT)?);
                make(Kind::Then(left, right))
            }
            "|" => make(Kind::Then(left, Box::new(self.expression(PIPE)?))),
            "||" => make(Kind::Or(left, Box::new(self.expression(OR)?))),
            "&&" => make(Kind::And(left, Box::new(self.expression(AND)?))),
            "[]" => {
                let each = self.projected(FLATTEN)?;
                make(projection(left, ProjectionSource::Flattened, each))
            }
            "[?" => {
                let condition = self.expression(0)?;
                self.expect("]")?;
                let each = self.projected(FILTER)?;
                make(projection(left, ProjectionSource::Filtered(Box::new(condition)), each))
            }
            "[" => self.bracket(*left, offset),
            "(" => {
                let Kind::Field(name) = left.kind else {
                    self.place -= 1;
                    return Err(self.unexpected("an operator"));
                };
                let arguments = self.arguments()?;
                Ok(Expression::new(left.offset, Kind::Call(name, arguments)))
            }
            _ => match comparison(symbol) {
                Some(comparison) => {
                    let right = Box::new(self.expression(COMPARISON)?);
                    make(Kind::Compare(comparison, left, right))
                }
                None => {
                    self.place -= 1;
                    Err(self.unexpected("an operator"))
                }
            },
        }
    }

    /// What is evaluated for each item of a projection: what follows, unless that ends it.
    fn projected(&mut self, right: u8) -> Result<Expression, SyntaxError> {
        let offset = self.offset();
        let following = power(self.peek());
        if following < PROJECTION_STOP {
            return Ok(Expression::new(offset, Kind::Current));
        }
        if self.eat(".") {
            return self.after_dot(right);
        }
        match self.peek() {
            Token::Symbol("[" | "[?") => self.expression(right),
            _ => Err(self.unexpected("`.`, `[` or an operator")),
        }
    }

    /// What may stand behind a dot.
    fn after_dot(&mut self, right: u8) -> Result<Expression, SyntaxError> {
        let offset = self.offset();
        match self.peek() {
            Token::Name(_) | Token::QuotedName(_) | Token::Symbol("*") => self.expression(right),
            Token::Symbol("{") => {
                self.next();
                Ok(Expression::new(offset, Kind::Object(self.object()?)))
            }
            Token::Symbol("[") => {
                self.next();
                Ok(Expression::new(offset, Kind::List(self.list("]")?)))
            }
            _ => Err(self.unexpected("a name, `*`, `[` or `{`")),
        }
    }

    /// An index, a slice or `[*]`; its `[` has been read.
    fn bracket(&mut self, left: Expression, offset: usize) -> Result<Expression, SyntaxError> {
        let left = Box::new(left);
        if self.eat("*") {
            self.expect("]")?;
            let each = self.projected(STAR)?;
            return Ok(Expression::new(offset, projection(left, ProjectionSource::Items, each)));
        }
        if let (Token::Number(index), Token::Symbol("]")) = (self.peek(), self.peek_second()) {
            let index = *index;
            self.place += 2;
            return Ok(Expression::new(offset, Kind::Index(left, index)));
        }
        let mut parts = [None; 3];
        for (position, part) in parts.iter_mut().enumerate() {
            if let Token::Number(number) = self.peek() {
                *part = Some((self.offset(), *number));
                self.next();
            }
            if self.eat("]") {
                if position == 0 {
                    self.place -= 1;
                    return Err(self.unexpected("a number, `:` or `*`"));
                }
                let [start, stop, step] = parts.map(|part| part.map(|(_, number)| number));
                let step = step.unwrap_or(1);
                if step == 0 {
                    let place = parts.iter().flatten().map(|(place, _)| *place).next_back();
                    let message = "the step of a slice must not be 0";
                    return Err(SyntaxError::new(place.unwrap_or(offset), message));
                }
                let each = self.projected(STAR)?;
                let source = ProjectionSource::Slice { start, stop, step };
                return Ok(Expression::new(offset, projection(left, source, each)));
            }
            if position == 2 {
                break;
            }
            self.expect(":")?;
        }
        Err(self.unexpected("`]`"))
    }

    /// Expressions up to `close`, of which there must be one.
    fn list(&mut self, close: &'static str) -> Result<Vec<Expression>, SyntaxError> {
        let mut items = Vec::new();
        loop {
            items.push(self.expression(0)?);
            if !self.eat(",") {
                self.expect(close)?;
                return Ok(items);
            }
        }
    }

    fn object(&mut self) -> Result<Vec<(String, Expression)>, SyntaxError> {
        let mut members = Vec::new();
        loop {
            let name = match self.peek().clone() {
                Token::Name(name) | Token::QuotedName(name) => name,
                _ => return Err(self.unexpected("a name")),
            };
            self.next();
            self.expect(":")?;
            members.push((name, self.expression(0)?));
            if !self.eat(",") {
                self.expect("}")?;
                return Ok(members);
            }
        }
    }

    fn arguments(&mut self) -> Result<Vec<Expression>, SyntaxError> {
        if self.eat(")") {
            return Ok(Vec::new());
        }
        let mut arguments = Vec::new();
        loop {
            let offset = self.offset();
            let argument = match self.eat("&") {
                true => {
                    let inner = Box::new(self.expression(0)?);
                    Expression::new(offset, Kind::Reference(inner))
                }
                false => self.expression(0)?,
            };
            arguments.push(argument);
            if !self.eat(",") {
                self.expect(")")?;
                return Ok(arguments);
            }
        }
    }
}

fn projection(of: Box<Expression>, source: ProjectionSource, each: Expression) -> ExpressionKind {
    Kind::Projection { of, source, each: Box::new(each) }
}
