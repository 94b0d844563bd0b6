//! Tests of documentation.

use std::time::{Duration, Instant};

use super::*;

#[test]
fn documentation_becomes_plain_markdown() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        // HTML as AWS writes it.
        ("<p>One <code>two</code>.</p>", &["One `two`."]),
        ("<p>One</p>\n  <p>Two\n   lines</p>", &["One", "", "Two lines"]),
        ("<p></p>", &[]),
        ("", &[]),
        ("<p>A <a href=\"https://a.example/b_(c)?d=1&amp;e=2\">link here</a>, <a>none</a>, <a href=\"#x\">near</a>.</p>",
            &["A [link here](https://a.example/b_%28c%29?d=1&e=2), none, near."]),
        ("<p>x:</p> <ul> <li> <p>one</p> </li> <li><p>two</p><p>more</p></li> <li>three <ul><li>deep</li></ul> </li></ul><p>y</p>",
            &["x:", "", "- one", "- two", "", "  more", "- three", "  - deep", "", "y"]),
        ("<ol><li>a</li><li>b<p>c</p></li></ol>", &["1. a", "2. b", "", "   c"]),
        ("<dl> <dt>Term</dt> <dd> <p>What it is.</p> <p>More.</p> </dd> <dt>Other</dt><dd>x</dd> </dl>",
            &["- **Term**: What it is.", "", "  More.", "- **Other**: x"]),
        ("<note> <p>Mind <b> this </b>.</p> </note><p>z</p>", &["**Note:** Mind **this** .", "", "z"]),
        ("<important><ul><li>a</li></ul></important>", &["**Important:**", "", "- a"]),
        ("<fullname>Lambda</fullname><p><b>Overview</b></p><p>It runs code.</p>", &["**Lambda**", "", "**Overview**", "", "It runs code."]),
        ("<p>a<br/>b<br></p>", &["a\\", "b"]),
        ("<p>Use <i>your-<b>id</b></i>, <i></i>nothing.</p>", &["Use *your-**id***, nothing."]),
        ("<pre><code>fn main() {\n\tx &lt; 1\n}</code></pre>", &["```text", "fn main() {", "    x < 1", "}", "```"]),
        ("<p>unclosed <b>bold <code>code <p>next", &["unclosed **bold `code`**", "", "next"]),
        ("<p>stray </b></ul></a></code> ends</p>", &["stray ends"]),
        ("<p>a &lt;b&gt; &amp;lt; &unknown; &#65; <bucket-name></p>", &["a \\<b> \\&lt; \\&unknown; A \\<bucket-name>"]),
        ("<p><code>/aws/<function name></code></p>", &["`/aws/<function name>`"]),
        ("<p>`ticks` and ` one</p>", &["`ticks` and \\` one"]),
        ("<p><code>a`b</code> <code>``</code></p>", &["``a`b`` ``` `` ```"]),
        ("<table><tr><th>A</th><th>B|C</th></tr><tr><td><p>1</p></td><td></td></tr></table>", &["| A | B\\|C |", "|---|---|", "| 1 |  |"]),
        ("<ul><ul><li>only</li></ul></ul>", &["- only"]),
        ("<li>no list", &["- no list"]),
        ("<p>a <!-- hidden <b> --> b <!-- open</p>", &["a b \\<!-- open"]),
        ("<blockquote><p>said</p><p>again</p></blockquote>", &["> said", ">", "> again"]),
        // Text that is not to become anything else.
        ("Vec<T> and [text] and [a]: b, 2 < 3 && x_y _z_ *w", &["Vec\\<T> and \\[text\\] and \\[a\\]: b, 2 < 3 && x_y *z* \\*w"]),
        ("<p>*not* _this_ # 1. [x](y)</p>", &["\\*not\\* \\_this\\_ # 1. \\[x\\](y)"]),
        ("See https://a.example/x. And (http://b.example/y), \"https://c.example\"", &["See <https://a.example/x>. And (<http://b.example/y>), \"<https://c.example>\""]),
        ("At https://{id}.execute.example/[stage], or https://<account>.s3.example.com/x.", &["At `https://{id}.execute.example/[stage]`, or `https://<account>.s3.example.com/x`."]),
        ("a\u{202E}b\u{0}c\r\nd\re", &["abc d e"]),
        // Markdown.
        ("One\ntwo\n\nThree `four` **five** *six* ***seven*** __eight__", &["One two", "", "Three `four` **five** *six* ***seven*** **eight**"]),
        ("[Docs](https://a.example \"Title\"), [x][r], [r], ![image](https://i.example/i.png) <https://z.example>\n\n[r]: https://r.example",
            &["[Docs](https://a.example), [x](https://r.example), [r](https://r.example),", "[image](https://i.example/i.png) <https://z.example>"]),
        ("- one\n- two\n  more\n\n  para\n  - deep\n    - deeper\n- three\n\nend", &["- one", "- two more", "", "  para", "  - deep", "    - deeper", "- three", "", "end"]),
        ("Text:\n* a\nlazy\n* b\n1. x\n2. y", &["Text:", "", "- a lazy", "- b", "", "1. x", "2. y"]),
        ("3. c\n4. d", &["3. c", "4. d"]),
        ("- a\n\n  3. c", &["- a", "", "  3. c"]),
        ("# Title\n\nText\n\nOther\n===\n## Sub ##", &["**Title**", "", "Text", "", "**Other**", "", "**Sub**"]),
        ("```rust\nfn f() {}\n```\n~~~json\n{}\n~~~\n    indented", &["```text", "fn f() {}", "```", "", "```json", "{}", "```", "", "```text", "indented", "```"]),
        ("````\n```\n````", &["````text", "```", "````"]),
        ("```\nopen", &["```text", "open", "```"]),
        ("- a\n  ```\n  x\n    y\n  ```\n- b", &["- a", "", "  ```text", "  x", "    y", "  ```", "- b"]),
        ("para\n    lazy, no code", &["para lazy, no code"]),
        ("| A | `b\\|` |\n|---|:-:|\n| 1 | 2 \\| 3 |\n\nend", &["| A | `b\\|` |", "|---|---|", "| 1 | 2 \\| 3 |", "", "end"]),
        ("> quoted\n> more\n\nend", &["> quoted more", "", "end"]),
        ("a\\*b \\[c\\] \\\\d", &["a\\*b \\[c\\] \\\\d"]),
        ("a  \nb\\\nc", &["a\\", "b\\", "c"]),
        ("x <b>y</b> <br> <ul><li>z</li></ul>", &["x **y**", "", "- z"]),
        ("* * *\ntext", &["text"]),
        ("a\n- - b", &["a", "", "- b"]),
        ("snake_case and __main__x and 2*3*4", &["snake_case and \\_\\_main\\_\\_x and 2*3*4"]),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, markdown(text)))
        .filter(|(_, expected, lines)| lines != *expected)
        .map(|(text, expected, lines)| format!("{text:?}\n gives {lines:?}\n   not {expected:?}\n"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn summaries_are_one_sentence() {
    let cases = [
        ("<p>Creates a function. To do so, wait.</p>", "Creates a function."),
        (
            "<fullname>Lambda</fullname><p><b>Overview</b></p><p>Runs code, e.g. yours. More.</p>",
            "Runs code, e.g. yours.",
        ),
        (
            "<p>Version 1.2.3 of `a. B` is <a href='https://x.example/a.b'>the. One</a>. Two.</p>",
            "Version 1.2.3 of `a. B` is [the. One](https://x.example/a.b).",
        ),
        ("**Bold. Still bold** text! Next", "**Bold. Still bold** text!"),
        ("- item one. rest\n- item two", "item one. rest"),
        ("No end", "No end"),
        ("", ""),
        ("```\ncode\n```\n\nText.", "Text."),
        ("Of the U.S. Government. Two.", "Of the U.S. Government."),
    ];
    for (text, expected) in cases {
        assert_eq!(first_sentence(text), expected, "{text:?}");
    }
    let long = first_sentence(&"many words ".repeat(100));
    assert!(long.ends_with('…') && long.chars().count() <= LONGEST_SUMMARY + 1, "{long}");
}

/// What every line must be, whatever it was made from.
fn assert_sound(text: &str, lines: &[String]) {
    let shown: String = text.chars().take(200).collect();
    let mut fence: Option<String> = None;
    for (index, line) in lines.iter().enumerate() {
        assert_eq!(line.trim_end(), line, "trailing white space, from {shown:?}");
        assert!(!line.contains(['\n', '\r', '\t', '\u{202E}', '\0']), "{line:?}, from {shown:?}");
        let trimmed = line
            .trim_start_matches(|letter: char| " >-.".contains(letter) || letter.is_ascii_digit());
        if let Some(open) = &fence {
            if trimmed == open {
                fence = None;
            }
            continue;
        }
        if trimmed.starts_with("```") && !trimmed.trim_start_matches('`').contains('`') {
            fence = Some("`".repeat(trimmed.len() - trimmed.trim_start_matches('`').len()));
            let language = trimmed.trim_start_matches('`');
            assert!(!language.is_empty() && language != "rust", "{line:?}, from {shown:?}");
            continue;
        }
        assert!(
            !(line.is_empty() && (index == 0 || index + 1 == lines.len())),
            "empty line at an end, from {shown:?}"
        );
        assert!(
            !(line.is_empty() && lines[index - 1].is_empty()),
            "two empty lines, from {shown:?}"
        );
        let own = line.trim_start().trim_start_matches("- ");
        assert!(!own.starts_with("# ") && !own.starts_with("+ "), "{line:?}, from {shown:?}");
    }
    assert!(fence.is_none(), "an open fence, from {shown:?}");
}

#[test]
fn the_corpus_comes_out_clean() {
    let Some(folder) = crate::location::of_corpus("aws-models") else { return };
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let mut texts = Vec::new();
        collect(&serde_json::from_str(&text).unwrap(), &mut texts);
        count += texts.len();
        for text in texts {
            let lines = markdown(&text);
            assert_sound(&text, &lines);
            let spans = lines.join("\n");
            let outside: String = spans.split('`').step_by(2).collect();
            let tags = [
                "<p", "</p", "<code", "</code", "<li", "<ul", "<a ", "</a", "<b>", "<i>", "<note",
                "<dt", "<dd", "<br",
            ];
            for tag in tags {
                assert!(!outside.contains(tag), "{tag} survives in {spans}");
            }
            assert!(!first_sentence(&text).is_empty() || lines.is_empty(), "{text}");
        }
    }
    assert!(count > 10_000);
}

fn collect(value: &serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                match value.as_str() {
                    Some(text) if name == "smithy.api#documentation" => texts.push(text.to_owned()),
                    _ => collect(value, texts),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        _ => {}
    }
}

#[test]
fn hostile_documentation_takes_linear_time() {
    const SIZE: usize = 20_000;
    let pieces = [
        "<ul><li>",
        "<ul><li>x",
        "</li></ul>",
        "<b>",
        "<a href=\"https://a.example\">",
        "<a ",
        "<",
        "</",
        "<p>",
        "<!--",
        "<pre>",
        "<code>",
        "<table><tr><td>",
        "<td>",
        "<tr>",
        "<blockquote>",
        "<blockquote></ul>",
        "<dt>",
        "<dd>",
        "<note>",
        "<h1>",
        "[",
        "]",
        "[](",
        "[a](b",
        "![",
        "[a][",
        "`",
        "`` ` ",
        "*",
        "**a ",
        "_a",
        "*a _b ",
        "\\",
        "&",
        "&lt;",
        "&#x",
        "- ",
        "-",
        "- a\n",
        "> ",
        "1. ",
        "#",
        "# a\n",
        "```\n",
        "~~~",
        "|",
        "a|b\n",
        "|-|\n",
        "a|b\n|-|-|\n",
        "    ",
        "\n\n",
        "  \n",
        " ",
        "=\n",
        "\t",
        "https://",
        "https://a.b/",
        "https://a.b)",
        "https://{",
        "word",
        "(",
        ")",
        "\u{202E}",
        "é",
        "[a]: b\n",
    ];
    let started = Instant::now();
    for piece in pieces {
        for (before, after) in
            [("", ""), ("<p>", "</p>"), ("[r]: https://r.example\n\n- ", "\n\n\tx")]
        {
            let text = format!("{before}{}{after}", piece.repeat(SIZE / piece.len()));
            let lines = markdown(&text);
            assert_sound(&text, &lines);
            first_sentence(&text);
            if started.elapsed().as_secs() > 3 {
                println!("{piece:?} {before:?} {:?}", started.elapsed());
            }
        }
    }
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn any_mixture_comes_out_sound() {
    let pieces = [
        "a",
        "b c",
        " ",
        "\n",
        "\n\n",
        "<p>",
        "</p>",
        "<ul>",
        "</ul>",
        "<ol>",
        "<li>",
        "</li>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<a href='https://a.example'>",
        "</a>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "`",
        "``",
        "```",
        "*",
        "**",
        "_",
        "[",
        "](",
        "](https://x.example)",
        ")",
        "- ",
        "1. ",
        "> ",
        "# ",
        "|",
        "\n|---|---|\n",
        "    ",
        "\\",
        "&lt;",
        "<T>",
        "https://u.example/",
        "---",
        "===",
        "\t",
        "!",
        "<!--",
        "-->",
        "~~",
        "<note>",
        "</note>",
        "<dl><dt>",
        "<dd>",
        "\"",
        ".",
        "é",
    ];
    let mut state = 3_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..16 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let lines = markdown(&text);
        assert_sound(&text, &lines);
        first_sentence(&text);
    }
}
