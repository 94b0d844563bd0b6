//! Where a command says what it has to say.

use crate::failure::Failure;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

/// Bold red.
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
/// Bold yellow.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Green.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Red.
pub(crate) const BAD: Style = AnsiColor::Red.on_default();
/// Cyan.
pub(crate) const PLACE: Style = AnsiColor::Cyan.on_default();
/// Bold.
pub(crate) const STRONG: Style = Style::new().bold();

/// The two streams of a command.
///
/// Who reads them may go away at any time; what cannot be written is dropped.
pub(crate) struct Output<'a> {
    out: Stream<'a>,
    err: Stream<'a>,
}

struct Stream<'a> {
    writer: Box<dyn Write + 'a>,
    colour: bool,
}

impl Output<'static> {
    /// The process's own, in colour where they are terminals (`NO_COLOR` and the like are heeded).
    pub(crate) fn standard() -> Self {
        let colour = |choice| !matches!(choice, anstream::ColorChoice::Never);
        let out_colour = colour(anstream::AutoStream::choice(&io::stdout()));
        let err_colour = colour(anstream::AutoStream::choice(&io::stderr()));
        Self {
            out: Stream { writer: Box::new(anstream::stdout()), colour: out_colour },
            err: Stream { writer: Box::new(anstream::stderr()), colour: err_colour },
        }
    }
}

impl<'a> Output<'a> {
    /// Two buffers, without colour.
    #[cfg(test)]
    pub(crate) fn to(out: &'a mut Vec<u8>, err: &'a mut Vec<u8>) -> Self {
        Self {
            out: Stream { writer: Box::new(out), colour: false },
            err: Stream { writer: Box::new(err), colour: false },
        }
    }

    /// What was asked for, as it is.
    pub(crate) fn out(&mut self, text: &str) {
        self.out.write(text);
    }

    /// What is said about it, as it is.
    pub(crate) fn err(&mut self, text: &str) {
        self.err.write(text);
    }

    /// Whether the first stream takes colours.
    pub(crate) fn out_colour(&self) -> bool {
        self.out.colour
    }

    /// Whether the second stream takes colours.
    pub(crate) fn err_colour(&self) -> bool {
        self.err.colour
    }

    /// Says why the command failed, unless that has been said.
    pub(crate) fn failure(&mut self, failure: &Failure) {
        if !matches!(failure, Failure::Reported) {
            let head = paint(self.err.colour, ERROR, "error");
            self.err(&format!("{head}: {failure}\n"));
        }
    }

    /// Says something that does not stop the command.
    pub(crate) fn warning(&mut self, text: &str) {
        let head = paint(self.err.colour, WARNING, "warning");
        self.err(&format!("{head}: {text}\n"));
    }
}

impl Stream<'_> {
    fn write(&mut self, text: &str) {
        let _ = self.writer.write_all(text.as_bytes());
        let _ = self.writer.flush();
    }
}

/// The text in a style, where there are colours.
pub(crate) fn paint(colour: bool, style: Style, text: &str) -> String {
    if colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
