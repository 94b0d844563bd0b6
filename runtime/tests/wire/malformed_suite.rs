//! The malformed requests of Smithy's protocol tests, where they are at hand: their models become tables, the requests are
//! read by them, and what is answered must be what is expected, for violations to the letter.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use farrier_runtime::codec::{
    Bound, Decode, Halt, MapKey, Member, Pattern, Problems, Reader, Strictness, Structure,
    StructureReader, UnionMember,
};
use farrier_runtime::http::{Location, decode_percent, query_pairs, read_text};
use farrier_runtime::protocol::{Protocol, REST_JSON_1};
use farrier_runtime::{Blob, Timestamp, TimestampFormat};
use serde_json::Value;

const SUITES: &str = "../../shared/corpus/smithy/protocol-tests";

/// The suite's model, and the tables made of it so far.
struct Model {
    shapes: Value,
    structures: RefCell<HashMap<String, &'static Structure>>,
}

thread_local! {
    static MODEL: RefCell<Option<&'static Model>> = const { RefCell::new(None) };
    /// The shape that is decoded next.
    static TARGET: RefCell<String> = const { RefCell::new(String::new()) };
    /// The keys of the map that is decoded.
    static KEYS: RefCell<&'static [&'static str]> = const { RefCell::new(&[]) };
}

fn model() -> &'static Model {
    MODEL.with(|model| model.borrow().unwrap())
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

impl Model {
    fn shape(&self, id: &str) -> &Value {
        &self.shapes[id]
    }

    fn kind(&self, id: &str) -> &str {
        match id.strip_prefix("smithy.api#") {
            Some("String") => "string",
            Some("Integer" | "PrimitiveInteger") => "integer",
            Some("Boolean" | "PrimitiveBoolean") => "boolean",
            Some("Timestamp") => "timestamp",
            Some("Blob") => "blob",
            Some("Unit") => "structure",
            Some(other) => leak(&other.to_lowercase()),
            None => self.shape(id)["type"].as_str().unwrap(),
        }
    }

    /// The values that an enum shows; none if the shape is no enum.
    fn enum_values(&self, id: &str) -> Vec<&'static str> {
        let shape = self.shape(id);
        // An enum of Smithy 1.0 hides values by a tag, one of 2.0 by a trait.
        if let Some(entries) = shape["traits"]["smithy.api#enum"].as_array() {
            let shown = entries.iter().filter(|entry| {
                !entry["tags"]
                    .as_array()
                    .is_some_and(|tags| tags.contains(&Value::from("internal")))
            });
            return shown.map(|entry| leak(entry["value"].as_str().unwrap())).collect();
        }
        if shape["type"] == "enum" {
            let members = shape["members"].as_object().unwrap();
            let shown = members
                .iter()
                .filter(|(_, member)| member["traits"]["smithy.api#internal"].is_null());
            return shown
                .map(|(name, member)| {
                    leak(member["traits"]["smithy.api#enumValue"].as_str().unwrap_or(name))
                })
                .collect();
        }
        Vec::new()
    }

    fn structure(&self, id: &str) -> &'static Structure {
        if let Some(found) = self.structures.borrow().get(id) {
            return found;
        }
        let members: Vec<Member> = match self.shape(id)["members"].as_object() {
            Some(members) => {
                members.iter().map(|(name, member)| self.member(name, member)).collect()
            }
            None => Vec::new(),
        };
        let members = Box::leak(members.into_boxed_slice());
        let structure: &'static Structure = Box::leak(Box::new(Structure::new(leak(id), members)));
        self.structures.borrow_mut().insert(id.to_owned(), structure);
        structure
    }

    fn member(&self, name: &str, definition: &Value) -> Member {
        let target = definition["target"].as_str().unwrap();
        let shape = self.shape(target);
        let trait_of = |name: &str| {
            let own = &definition["traits"][name];
            if own.is_null() { shape["traits"][name].clone() } else { own.clone() }
        };
        let mut member = Member::new(leak(name));
        let length = trait_of("smithy.api#length");
        if let Some(min) = length["min"].as_u64() {
            member = member.min_length(min);
        }
        if let Some(max) = length["max"].as_u64() {
            member = member.max_length(max);
        }
        let bound = |value: &Value| match value.as_i64() {
            Some(whole) => Some(Bound::Integer(whole)),
            None => value.as_f64().map(Bound::Float),
        };
        let range = trait_of("smithy.api#range");
        if let Some(min) = bound(&range["min"]) {
            member = member.min(min);
        }
        if let Some(max) = bound(&range["max"]) {
            member = member.max(max);
        }
        if let Some(pattern) = trait_of("smithy.api#pattern").as_str() {
            let pattern = leak(pattern);
            member = member.pattern(Box::leak(Box::new(Pattern::new(pattern, pattern))));
        }
        if !trait_of("smithy.api#uniqueItems").is_null() {
            member = member.unique();
        }
        if !trait_of("smithy.api#required").is_null() {
            member = member.required();
        }
        if !trait_of("smithy.api#mediaType").is_null() {
            member = member.media_type();
        }
        if !trait_of("smithy.api#sensitive").is_null() {
            member = member.sensitive();
        }
        match trait_of("smithy.api#timestampFormat").as_str() {
            Some("date-time") => member = member.timestamp(TimestampFormat::DateTime),
            Some("http-date") => member = member.timestamp(TimestampFormat::HttpDate),
            Some("epoch-seconds") => member = member.timestamp(TimestampFormat::EpochSeconds),
            _ => {}
        }
        let nested = |definition: &Value| -> &'static Member {
            Box::leak(Box::new(self.member("member", definition)))
        };
        match self.kind(target) {
            "list" => member = member.items(nested(&shape["member"])),
            "map" => member = member.keys(nested(&shape["key"])).items(nested(&shape["value"])),
            _ => {}
        }
        member
    }
}

/// A value of whatever shape is the target.
struct Any;

/// A key of whatever map is the target.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct AnyKey(String);

impl MapKey for AnyKey {
    fn from_key(text: String) -> Option<Self> {
        let keys = Self::shown();
        (keys.is_empty() || keys.contains(&text.as_str())).then_some(Self(text))
    }

    fn as_key(&self) -> &str {
        &self.0
    }

    fn shown() -> &'static [&'static str] {
        KEYS.with(|keys| *keys.borrow())
    }
}

fn aim(target: &Value) {
    TARGET.with(|next| target.as_str().unwrap().clone_into(&mut next.borrow_mut()));
}

impl Decode for Any {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let id = TARGET.with(|next| next.borrow().clone());
        let shape = model().shape(&id);
        let values = model().enum_values(&id);
        if !values.is_empty() {
            let shown: &'static [&'static str] = Box::leak(values.into_boxed_slice());
            return reader.enumerated(shown, |text| shown.contains(&text).then_some(Self));
        }
        match model().kind(&id) {
            "string" => reader.string().map(drop)?,
            "boolean" => reader.boolean().map(drop)?,
            "byte" => i8::decode(reader).map(drop)?,
            "short" => i16::decode(reader).map(drop)?,
            "integer" => i32::decode(reader).map(drop)?,
            "long" => i64::decode(reader).map(drop)?,
            "float" => f32::decode(reader).map(drop)?,
            "double" => f64::decode(reader).map(drop)?,
            "blob" => Blob::decode(reader).map(drop)?,
            "timestamp" => Timestamp::decode(reader).map(drop)?,
            "list" => {
                let mut items = reader.list()?;
                while items.next(false)? {
                    aim(&shape["member"]["target"]);
                    items.value::<Self>()?;
                }
                items.end()?;
            }
            "map" => {
                let keys = model().enum_values(shape["key"]["target"].as_str().unwrap());
                let mut entries = reader.map()?;
                while let Some(key) = entries.next(false)? {
                    aim(&shape["value"]["target"]);
                    entries.value::<Self>(&key)?;
                    KEYS.with(|next| *next.borrow_mut() = keys.clone().leak());
                    entries.key::<AnyKey>(key);
                }
                entries.end()?;
            }
            "structure" => {
                let structure = model().structure(&id);
                let mut members = reader.structure(structure)?;
                read_members(&mut members, shape)?;
                members.end()?;
            }
            "union" => {
                let structure = model().structure(&id);
                let mut members = reader.union(structure)?;
                match members.next()? {
                    UnionMember::Known(index) => {
                        let name = structure.members[index].name();
                        aim(&shape["members"][name]["target"]);
                        members.value::<Self>()?;
                    }
                    UnionMember::Unknown(_) => return Err(members.unrecognised()),
                }
                members.end()?;
            }
            other => panic!("a shape of type {other}"),
        }
        Ok(Self)
    }
}

fn read_members(members: &mut StructureReader<'_>, shape: &Value) -> Result<(), Halt> {
    while let Some(index) = members.next()? {
        let name = members.structure().members[index].name();
        aim(&shape["members"][name]["target"]);
        members.value::<Any>()?;
    }
    Ok(())
}

fn header_of(request: &Value, name: &str) -> Option<String> {
    let mut headers = request["headers"].as_object()?.iter();
    let (_, value) = headers.find(|(found, _)| found.eq_ignore_ascii_case(name))?;
    value.as_str().map(str::to_owned)
}

/// What a request to an operation with the input `id` is answered with.
fn answer(id: &str, request: &Value, body: &str) -> Result<Value, String> {
    let shape = model().shape(id);
    let structure = model().structure(id);
    let mut reader = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict);
    let mut members = StructureReader::unopened(reader.reader(), structure);
    let mut result = Ok(());
    for (index, member) in structure.members.iter().enumerate() {
        let definition = &shape["members"][member.name()];
        let traits = &definition["traits"];
        let (location, text) = if !traits["smithy.api#httpLabel"].is_null() {
            let segment = request["uri"].as_str().unwrap().rsplit('/').next().unwrap();
            (Location::Label, decode_percent(segment).map(Cow::into_owned))
        } else if let Some(header) = traits["smithy.api#httpHeader"].as_str() {
            (Location::Header, header_of(request, header))
        } else if let Some(name) = traits["smithy.api#httpQuery"].as_str() {
            let parameters = request["queryParams"].as_array();
            let mut pairs = parameters.into_iter().flatten().filter_map(Value::as_str);
            let pair =
                pairs.find_map(|pair| query_pairs(pair).flatten().find(|(found, _)| found == name));
            (Location::Query, pair.map(|(_, value)| value.into_owned()))
        } else {
            continue;
        };
        let Some(text) = text else { continue };
        let mut problems = Problems::new();
        aim(&definition["target"]);
        let value = read_text::<Any>(location, Strictness::Strict, member, &[&text], &mut problems);
        result = result.and(members.take(index, value.map(Some), problems).map(drop));
    }
    result = result
        .and_then(|()| members.open())
        .and_then(|()| read_members(&mut members, shape))
        .and_then(|()| members.end());
    match result {
        Ok(()) => Err("nothing was found wrong".to_owned()),
        Err(Halt::Malformed) => {
            let malformed = reader.problems().malformed().map(ToString::to_string);
            Err(format!("malformed: {}", malformed.unwrap()))
        }
        Err(Halt::Violated) => {
            let response = REST_JSON_1.violations(&reader.problems().take_violations());
            serde_json::from_slice(response.body()).map_err(|error| error.to_string())
        }
    }
}

/// `text` with the parameters of one run of a case put in.
fn filled(text: &str, parameters: &BTreeMap<String, String>) -> String {
    // One case without parameters doubles its dollar signs all the same.
    let mut text = text.replace("$$", "\u{0}");
    for (name, value) in parameters {
        let quoted = serde_json::to_string(value).unwrap();
        text = text.replace(&format!("${name}:S"), &quoted).replace(&format!("${name}:L"), value);
    }
    text.replace('\u{0}', "$")
}

/// The parameters of each run of a case.
fn runs(case: &Value) -> Vec<BTreeMap<String, String>> {
    let Some(parameters) = case["testParameters"].as_object() else {
        return vec![BTreeMap::new()];
    };
    let count = parameters.values().map(|values| values.as_array().unwrap().len()).max().unwrap();
    let value = |values: &Value, index: usize| values[index].as_str().unwrap().to_owned();
    (0..count)
        .map(|index| {
            let pairs = parameters.iter();
            pairs.map(|(name, values)| (name.clone(), value(values, index))).collect()
        })
        .collect()
}

/// Answers each request of a suite that is to be answered with `error`: 400, or what `judge` says is wrong with the answer.
fn run(
    suite: &str,
    error: &str,
    judge: impl Fn(Result<Value, String>, &Value, &BTreeMap<String, String>) -> Result<(), String>,
) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SUITES).join(suite);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return usize::MAX;
    };
    let suite: Value = serde_json::from_str(&text).unwrap();
    let model = Model { shapes: suite["shapes"].clone(), structures: RefCell::default() };
    MODEL.with(|current| *current.borrow_mut() = Some(Box::leak(Box::new(model))));

    let mut count = 0;
    for (name, shape) in suite["shapes"].as_object().unwrap() {
        let cases = shape["traits"]["smithy.test#httpMalformedRequestTests"].as_array();
        for case in cases.into_iter().flatten() {
            if case["response"]["headers"]["x-amzn-errortype"] != error {
                continue;
            }
            let input = shape["input"]["target"].as_str().unwrap();
            for parameters in runs(case) {
                let request = filled_in(&case["request"], &parameters);
                let found = answer(input, &request, request["body"].as_str().unwrap_or_default());
                if let Err(problem) = judge(found, case, &parameters) {
                    panic!("{name}: {} {request}: {problem}", case["id"]);
                }
                count += 1;
            }
        }
    }
    println!("{count} requests");
    count
}

/// The same for every text in `value`.
fn filled_in(value: &Value, parameters: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => Value::String(filled(text, parameters)),
        Value::Array(values) => values.iter().map(|value| filled_in(value, parameters)).collect(),
        Value::Object(values) => {
            let pairs = values.iter();
            pairs.map(|(name, value)| (name.clone(), filled_in(value, parameters))).collect()
        }
        other => other.clone(),
    }
}

#[test]
fn violations_are_worded_as_smithy_words_them() {
    let count =
        run("restJson1-validation.json", "ValidationException", |found, case, parameters| {
            let expected = case["response"]["body"]["assertion"]["contents"].as_str().unwrap();
            let expected: Value = serde_json::from_str(&filled(expected, parameters)).unwrap();
            if found.as_ref() == Ok(&expected) {
                Ok(())
            } else {
                Err(format!("expected {expected}, found {found:?}"))
            }
        });
    assert!(count > 80, "{count}");
}

#[test]
fn malformed_requests_are_refused() {
    let count = run("restJson1.json", "SerializationException", |found, _, _| match found {
        Err(problem) if problem.starts_with("malformed") => Ok(()),
        found => Err(format!("{found:?}")),
    });
    assert!(count > 300, "{count}");
}
