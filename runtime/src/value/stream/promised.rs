//! A body of any type, held to the length that was promised for it.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http_body::{Body, Frame};

use super::BodyError;

/// A body of any type, held to the length that was promised for it.
pub(super) struct Promised {
    // The lock is never waited for: it makes the stream `Sync`, so that futures which borrow an input can be sent.
    body: Mutex<Pin<Box<dyn Body<Data = Bytes, Error = BodyError> + Send>>>,
    promised: Option<u64>,
    given: u64,
    over: bool,
}

impl Promised {
    /// What `body` gives; its own word counts as a promise.
    pub(super) fn new<B>(body: B) -> Self
    where
        B: Body + Send + 'static,
        B::Data: Buf,
        B::Error: Into<BodyError>,
    {
        let promised = body.size_hint().exact();
        Self { body: Mutex::new(Box::pin(Erased(Box::pin(body)))), promised, given: 0, over: false }
    }

    /// From here on `length` bytes are to come.
    pub(super) fn promise(&mut self, length: u64) {
        self.promised = Some(self.given.saturating_add(length));
    }

    /// How many bytes there are in all, if that is known.
    pub(super) fn promised(&self) -> Option<u64> {
        self.promised
    }

    /// How many bytes are to come, if that is known.
    pub(super) fn left(&self) -> Option<u64> {
        self.promised.map(|promised| promised.saturating_sub(self.given))
    }

    pub(super) fn is_end_stream(&self) -> bool {
        self.over || self.body.try_lock().is_ok_and(|body| body.is_end_stream() && self.kept())
    }

    pub(super) fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if self.over {
            return Poll::Ready(None);
        }
        let polled = self.poll_body(context);
        let Some(promised) = self.promised else {
            self.over = matches!(polled, Poll::Ready(None));
            return polled;
        };
        match &polled {
            Poll::Ready(Some(Ok(frame))) => {
                let Some(piece) = frame.data_ref().filter(|piece| !piece.is_empty()) else {
                    return polled;
                };
                self.given = self.given.saturating_add(piece.len() as u64);
                if self.given == promised {
                    return self.poll_last(frame_of(piece), context);
                }
                if self.given > promised {
                    return self.break_off(promised);
                }
                polled
            }
            Poll::Ready(None) if !self.kept() => self.break_off(promised),
            Poll::Ready(_) => {
                self.over = true;
                polled
            }
            Poll::Pending => polled,
        }
    }

    /// Who sends a body of known length stops at its last byte. So it is seen here, before that byte is
    /// handed out, whether more is there already.
    fn poll_last(
        &mut self,
        last: Frame<Bytes>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let promised = self.given;
        loop {
            let is_too_long = match self.poll_body(context) {
                Poll::Ready(Some(Ok(frame))) => match frame.data_ref() {
                    Some(more) if more.is_empty() => continue,
                    more => more.is_some(),
                },
                Poll::Ready(Some(Err(error))) => {
                    self.over = true;
                    return Poll::Ready(Some(Err(error)));
                }
                Poll::Ready(None) | Poll::Pending => false,
            };
            if is_too_long {
                self.given = self.given.saturating_add(1);
                return self.break_off(promised);
            }
            self.over = true;
            return Poll::Ready(Some(Ok(last)));
        }
    }

    fn poll_body(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        self.body.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll_frame(context)
    }

    fn kept(&self) -> bool {
        self.promised.is_none_or(|promised| promised == self.given)
    }

    fn break_off(&mut self, promised: u64) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        self.over = true;
        let given = self.given;
        let message = if given > promised {
            format!("the stream is longer than the {promised} bytes that were promised")
        } else {
            format!("the stream ended after {given} of the {promised} bytes that were promised")
        };
        Poll::Ready(Some(Err(message.into())))
    }
}

fn frame_of(piece: &Bytes) -> Frame<Bytes> {
    Frame::data(piece.clone())
}

/// Any body, with its data as `Bytes` and its error boxed.
struct Erased<B>(Pin<Box<B>>);

impl<B> Body for Erased<B>
where
    B: Body,
    B::Data: Buf,
    B::Error: Into<BodyError>,
{
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        self.0.as_mut().poll_frame(context).map(|frame| {
            frame.map(|frame| {
                frame
                    .map(|frame| frame.map_data(|mut data| data.copy_to_bytes(data.remaining())))
                    .map_err(Into::into)
            })
        })
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.0.size_hint()
    }
}
