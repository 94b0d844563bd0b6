//! Parses selectors.

use super::{
    Attribute, Category, Comparator, Condition, Function, Operand, Part, Relation, Selector, Step,
};
use crate::smithy::document::Kind;

/// Selectors nest so deep at most.
const MAX_DEPTH: usize = 64;

pub(super) fn parse(text: &str) -> Result<Selector, String> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let selector = parser.selector()?;
    parser.space();
    match parser.peek() {
        None => Ok(selector),
        Some(found) => Err(parser.unexpected(found)),
    }
}

/// The path of an attribute that ends in `}`, and how long it is together with that.
pub(super) fn attribute_path(text: &str) -> Result<(Vec<Part>, usize), String> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let path = parser.path()?;
    parser.expect("}")?;
    Ok((path, parser.at))
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Whether `token` comes next, behind white space; it is passed over then.
    fn eat(&mut self, token: &str) -> bool {
        self.space();
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.eat(token) {
            return Ok(());
        }
        Err(match self.peek() {
            Some(found) => format!("has `{found}` at character {}, not `{token}`", self.place()),
            None => format!("ends before `{token}`"),
        })
    }

    fn place(&self) -> usize {
        self.text.get(..self.at).unwrap_or_default().chars().count() + 1
    }

    fn unexpected(&self, found: char) -> String {
        format!("has an unexpected `{found}` at character {}", self.place())
    }

    fn selector(&mut self) -> Result<Selector, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("nests more than {MAX_DEPTH} deep"));
        }
        let mut steps = Vec::new();
        loop {
            self.space();
            match self.peek() {
                None | Some(')' | ',') => break,
                Some(next) => steps.push(self.step(next)?),
            }
        }
        self.depth -= 1;
        if steps.is_empty() {
            return Err(match self.peek() {
                Some(found) => self.unexpected(found),
                None if self.text.trim().is_empty() => "is empty".to_owned(),
                None => "ends too early".to_owned(),
            });
        }
        Ok(Selector(steps))
    }

    fn step(&mut self, next: char) -> Result<Step, String> {
        for (token, step) in [
            ("*", Step::Any),
            ("~>", Step::Reachable { back: false }),
            ("<~", Step::Reachable { back: true }),
        ] {
            if self.eat(token) {
                return Ok(step);
            }
        }
        if self.eat("-[") {
            let relations = self.relations()?;
            self.expect("->")?;
            return Ok(Step::Neighbor { back: false, relations });
        }
        if self.eat("<-[") {
            let relations = self.relations()?;
            self.expect("-")?;
            return Ok(Step::Neighbor { back: true, relations });
        }
        match next {
            '>' | '<' => {
                self.at += 1;
                Ok(Step::Neighbor { back: next == '<', relations: Vec::new() })
            }
            '[' => {
                self.at += 1;
                if self.eat("@") { self.scoped() } else { self.attribute() }
            }
            ':' => {
                self.at += 1;
                self.function()
            }
            '$' => {
                self.at += 1;
                self.variable()
            }
            _ if is_start(next) => {
                let name = self.identifier()?;
                let category = match name {
                    "member" => Category::Member,
                    "simpleType" => Category::Simple,
                    "number" => Category::Number,
                    "collection" => Category::Collection,
                    "dataType" => Category::Data,
                    _ => Category::Shape(
                        Kind::from_name(name)
                            .ok_or_else(|| format!("names `{name}`, which is no type of shapes"))?,
                    ),
                };
                Ok(Step::Kind(category))
            }
            _ => Err(self.unexpected(next)),
        }
    }

    fn relations(&mut self) -> Result<Vec<Relation>, String> {
        let mut relations = Vec::new();
        loop {
            let name = self.identifier()?;
            match Relation::from_name(name) {
                Some(relation) => relations.push(relation),
                // The specification wants what is not known to be let through, and to give nothing.
                None => relations.push(Relation::Unknown),
            }
            if !self.eat(",") {
                self.expect("]")?;
                return Ok(relations);
            }
        }
    }

    fn function(&mut self) -> Result<Step, String> {
        let name = self.identifier()?;
        let function = match name {
            "test" => Function::Test,
            "is" | "each" => Function::Is,
            "not" => Function::Not,
            "in" => Function::In,
            "root" => Function::Root,
            "topdown" => Function::TopDown,
            "recursive" => Function::Recursive,
            // As relations that are not known.
            _ => Function::Unknown,
        };
        self.expect("(")?;
        let mut arguments = Vec::new();
        loop {
            arguments.push(self.selector()?);
            if !self.eat(",") {
                self.expect(")")?;
                break;
            }
        }
        let most = match function {
            Function::Test | Function::Is | Function::Unknown => usize::MAX,
            Function::TopDown => 2,
            _ => 1,
        };
        if arguments.len() > most {
            return Err(format!("gives `:{name}` more than {most} arguments"));
        }
        Ok(Step::Function(function, arguments))
    }

    fn variable(&mut self) -> Result<Step, String> {
        if self.eat("{") {
            let name = self.identifier()?.to_owned();
            self.expect("}")?;
            return Ok(Step::Get(name));
        }
        let name = self.identifier()?.to_owned();
        self.expect("(")?;
        let selector = self.selector()?;
        self.expect(")")?;
        Ok(Step::Set(name, selector))
    }

    fn attribute(&mut self) -> Result<Step, String> {
        let path = self.path()?;
        let Some(comparator) = self.comparator() else {
            self.expect("]")?;
            return Ok(Step::Attribute(Attribute { path, comparison: None, ignore_case: false }));
        };
        let mut values = vec![self.value()?];
        while self.eat(",") {
            values.push(self.value()?);
        }
        let ignore_case = self.eat("i");
        self.expect("]")?;
        Ok(Step::Attribute(Attribute { path, comparison: Some((comparator, values)), ignore_case }))
    }

    fn scoped(&mut self) -> Result<Step, String> {
        self.space();
        let path = if self.peek() == Some(':') { Vec::new() } else { self.path()? };
        self.expect(":")?;
        let mut conditions = Vec::new();
        loop {
            let left = self.operand()?;
            let comparator =
                self.comparator().ok_or("has a condition without a comparison".to_owned())?;
            let mut right = vec![self.operand()?];
            while self.eat(",") {
                right.push(self.operand()?);
            }
            let ignore_case = self.eat("i");
            conditions.push(Condition { left, comparator, right, ignore_case });
            if !self.eat("&&") {
                self.expect("]")?;
                return Ok(Step::Scoped(path, conditions));
            }
        }
    }

    fn operand(&mut self) -> Result<Operand, String> {
        if !self.eat("@{") {
            return self.value().map(Operand::Text);
        }
        let path = self.path()?;
        self.expect("}")?;
        Ok(Operand::Path(path))
    }

    fn path(&mut self) -> Result<Vec<Part>, String> {
        let mut parts = Vec::new();
        loop {
            let part = if self.eat("(") {
                let name = self.identifier()?;
                let part = match name {
                    "keys" => Part::Keys,
                    "values" => Part::Values,
                    "length" => Part::Length,
                    "first" => Part::First,
                    _ => return Err(format!("names `({name})`, which no value has")),
                };
                self.expect(")")?;
                part
            } else {
                Part::Name(self.value()?)
            };
            parts.push(part);
            if !self.eat("|") {
                return Ok(parts);
            }
        }
    }

    fn comparator(&mut self) -> Option<Comparator> {
        const ALL: [(&str, Comparator); 14] = [
            ("{=}", Comparator::SetEqual),
            ("{!=}", Comparator::SetNotEqual),
            ("{<<}", Comparator::ProperSubset),
            ("{<}", Comparator::Subset),
            ("!=", Comparator::NotEqual),
            ("^=", Comparator::StartsWith),
            ("$=", Comparator::EndsWith),
            ("*=", Comparator::Contains),
            ("?=", Comparator::Exists),
            (">=", Comparator::GreaterOrEqual),
            ("<=", Comparator::LessOrEqual),
            ("=", Comparator::Equal),
            (">", Comparator::Greater),
            ("<", Comparator::Less),
        ];
        ALL.into_iter().find(|(token, _)| self.eat(token)).map(|(_, comparator)| comparator)
    }

    /// A quoted text, a number, or an id of a shape.
    fn value(&mut self) -> Result<String, String> {
        self.space();
        let rest = self.rest();
        if let Some(quote) = self.peek().filter(|next| matches!(next, '\'' | '"')) {
            let behind = rest.get(1..).unwrap_or_default();
            let end = behind.find(quote).ok_or("has a text that does not end".to_owned())?;
            self.at += end + 2;
            return Ok(behind.get(..end).unwrap_or_default().to_owned());
        }
        let part = |next: char| next.is_ascii_alphanumeric() || "_.#$+-".contains(next);
        let end = rest.find(|next| !part(next)).unwrap_or(rest.len());
        let text = rest.get(..end).unwrap_or_default();
        // `$=` compares; it does not name a member.
        let text = match text.strip_suffix('$') {
            Some(cut) if rest.get(end..).is_some_and(|rest| rest.starts_with('=')) => cut,
            _ => text,
        };
        if text.is_empty() {
            return Err(match self.peek() {
                Some(found) => self.unexpected(found),
                None => "ends too early".to_owned(),
            });
        }
        self.at += text.len();
        Ok(text.to_owned())
    }

    fn identifier(&mut self) -> Result<&'t str, String> {
        self.space();
        let rest = self.rest();
        let end = rest.find(|next: char| !is_start(next) && !next.is_ascii_digit());
        let name = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(match self.peek() {
                Some(found) => self.unexpected(found),
                None => "ends too early".to_owned(),
            });
        }
        self.at += name.len();
        Ok(name)
    }
}

fn is_start(next: char) -> bool {
    next.is_ascii_alphabetic() || next == '_'
}
