//! Operations that answer a page at a time, as streams of pages and of items.

use std::collections::BTreeMap;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::answer::Answered;
use super::call::{Running, decode};
use super::prepare::Settings;
use super::{AnswerMetadata, Call, Client, Error, Operation};

/// An operation that answers a page at a time.
pub trait Paginated: Operation {
    /// What says where to go on.
    type Token: PageToken;
    /// A list or a map; `()` where the model does not say what a page's items are.
    type Items;

    /// Where to go on after this page.
    fn next_token(output: &Self::Output) -> Option<&Self::Token>;

    /// Has the next call go on there.
    fn set_token(&mut self, token: Self::Token);

    /// The items of a page, if it has any.
    fn items(output: Self::Output) -> Option<Self::Items> {
        drop(output);
        None
    }
}

/// One item of an operation's pages.
pub type ItemOf<O> = <<O as Paginated>::Items as IntoIterator>::Item;

/// What says where to go on.
pub trait PageToken: Clone + PartialEq {
    /// Whether it says that nothing follows, as an absent one does.
    fn is_last(&self) -> bool {
        false
    }
}

impl PageToken for String {
    fn is_last(&self) -> bool {
        self.is_empty()
    }
}

impl<K: Clone + PartialEq, V: Clone + PartialEq> PageToken for BTreeMap<K, V> {
    fn is_last(&self) -> bool {
        self.is_empty()
    }
}

impl PageToken for i8 {}
impl PageToken for i16 {}
impl PageToken for i32 {}
impl PageToken for i64 {}

/// What to do when a service says to go on where it was just asked to: it would never come to an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RepeatedToken {
    /// The stream ends with [`Error::Decode`].
    #[default]
    Fail,
    /// The stream ends as if this were the last page.
    Stop,
    /// The service is asked again, for ever if need be.
    GoOn,
}

impl<O: Paginated> Call<'_, O> {
    /// Makes the call again and again until the last page: a stream of pages. Nothing is sent before the
    /// first is asked for. What the call sets (timeouts, retries, headers) applies to each page.
    #[must_use = "a stream does nothing unless it is asked for its pages"]
    pub fn pages(self) -> Pages<O> {
        Pages {
            client: self.client.clone(),
            input: self.input,
            settings: self.settings,
            repeated: RepeatedToken::default(),
            sent: None,
            state: State::Ready,
        }
    }
}

impl<O> Call<'_, O>
where
    O: Paginated<Items: IntoIterator>,
{
    /// Makes the call again and again until the last page: a stream of the items of all pages. Nothing is
    /// sent before the first is asked for. What the call sets (timeouts, retries, headers) applies to
    /// each page.
    #[must_use = "a stream does nothing unless it is asked for its items"]
    pub fn items(self) -> Items<O> {
        self.pages().into_items()
    }
}

/// The pages of an operation, one after the other: a [`Stream`], and without it [`next`](Self::next),
/// [`try_next`](Self::try_next) and [`try_collect`](Self::try_collect). An error ends it.
#[must_use = "a stream does nothing unless it is asked for its pages"]
pub struct Pages<O: Paginated> {
    client: Client,
    input: O,
    settings: Settings,
    repeated: RepeatedToken,
    /// The token that the current page was asked for with.
    sent: Option<O::Token>,
    state: State,
}

enum State {
    /// The next page is yet to be asked for.
    Ready,
    Running(Running),
    /// The last page had the token that it was asked for with.
    Repeated(AnswerMetadata),
    Done,
}

impl<O: Paginated> Pages<O> {
    /// What to do when the service answers with the token that it was just asked with.
    pub fn on_repeated_token(mut self, repeated: RepeatedToken) -> Self {
        self.repeated = repeated;
        self
    }

    /// The next page; `None` behind the last one.
    pub async fn next(&mut self) -> Option<Result<O::Output, Error<O::Error>>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    /// The same the other way round, for `while let Some(page) = pages.try_next().await?`.
    ///
    /// # Errors
    ///
    /// What the call fails with; then there are no more pages.
    pub async fn try_next(&mut self) -> Result<Option<O::Output>, Error<O::Error>> {
        self.next().await.transpose()
    }

    /// All pages.
    ///
    /// # Errors
    ///
    /// What a call fails with; the pages before it are gone.
    pub async fn try_collect(mut self) -> Result<Vec<O::Output>, Error<O::Error>> {
        let mut pages = Vec::new();
        while let Some(page) = self.try_next().await? {
            pages.push(page);
        }
        Ok(pages)
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<PageResult<O>>> {
        loop {
            match &mut self.state {
                State::Ready => {
                    let (input, settings) = (&mut self.input, self.settings.clone());
                    let write = &mut |writer: &mut super::RequestWriter<'_>| input.write(writer);
                    self.state = State::Running(self.client.start(O::metadata(), settings, write));
                }
                State::Running(running) => {
                    let done = ready!(running.poll(context));
                    let page = done.map_err(Error::from).and_then(decode::<O>);
                    self.state = State::Done;
                    return Poll::Ready(Some(page.map(|page| self.turn(page))));
                }
                State::Repeated(_) => {
                    let State::Repeated(metadata) = std::mem::replace(&mut self.state, State::Done)
                    else {
                        continue;
                    };
                    let problem = "its token is the one that it was asked for with, so that the \
                                   pages would never end";
                    let failure = metadata.undecodable(O::metadata(), problem.to_owned());
                    return Poll::Ready(Some(Err(Error::Decode(failure))));
                }
                State::Done => return Poll::Ready(None),
            }
        }
    }

    /// Gets ready for the page behind this one.
    fn turn(&mut self, page: Answered<O::Output>) -> O::Output {
        let Answered { output, metadata } = page;
        let token = O::next_token(&output).filter(|token| !token.is_last());
        let Some(token) = token else { return output };
        if self.sent.as_ref() == Some(token) && self.repeated != RepeatedToken::GoOn {
            if self.repeated == RepeatedToken::Fail {
                self.state = State::Repeated(metadata);
            }
            return output;
        }
        self.sent = Some(token.clone());
        self.input.set_token(token.clone());
        self.state = State::Ready;
        output
    }
}

impl<O: Paginated<Items: IntoIterator>> Pages<O> {
    /// The items of these pages.
    pub fn into_items(self) -> Items<O> {
        Items { pages: self, page: None }
    }
}

type PageResult<O> = Result<<O as Operation>::Output, Error<<O as Operation>::Error>>;
type ItemResult<O> = Result<ItemOf<O>, Error<<O as Operation>::Error>>;

impl<O: Paginated> Stream for Pages<O> {
    type Item = PageResult<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

/// Nothing in it is ever pinned in place.
impl<O: Paginated> Unpin for Pages<O> {}

impl<O: Paginated> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Inputs and tokens may hold what must not be shown.
        f.debug_struct("Pages").field("operation", &O::metadata().name).finish_non_exhaustive()
    }
}

/// The items of an operation's pages, one after the other: a [`Stream`], and without it
/// [`next`](Self::next), [`try_next`](Self::try_next) and [`try_collect`](Self::try_collect). An error
/// ends it.
#[must_use = "a stream does nothing unless it is asked for its items"]
pub struct Items<O: Paginated<Items: IntoIterator>> {
    pages: Pages<O>,
    /// What is left of the current page.
    page: Option<<O::Items as IntoIterator>::IntoIter>,
}

impl<O: Paginated<Items: IntoIterator>> Items<O> {
    /// What to do when the service answers with the token that it was just asked with.
    pub fn on_repeated_token(mut self, repeated: RepeatedToken) -> Self {
        self.pages = self.pages.on_repeated_token(repeated);
        self
    }

    /// The next item; `None` behind the last one.
    pub async fn next(&mut self) -> Option<Result<ItemOf<O>, Error<O::Error>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    /// The same the other way round, for `while let Some(item) = items.try_next().await?`.
    ///
    /// # Errors
    ///
    /// What a call fails with; then there are no more items.
    pub async fn try_next(&mut self) -> Result<Option<ItemOf<O>>, Error<O::Error>> {
        self.next().await.transpose()
    }

    /// All items.
    ///
    /// # Errors
    ///
    /// What a call fails with; the items before it are gone.
    pub async fn try_collect(mut self) -> Result<Vec<ItemOf<O>>, Error<O::Error>> {
        let mut items = Vec::new();
        while let Some(item) = self.try_next().await? {
            items.push(item);
        }
        Ok(items)
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<ItemResult<O>>> {
        loop {
            if let Some(item) = self.page.as_mut().and_then(Iterator::next) {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(output)) => self.page = O::items(output).map(IntoIterator::into_iter),
            }
        }
    }
}

impl<O: Paginated<Items: IntoIterator>> Stream for Items<O> {
    type Item = ItemResult<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

/// Nothing in it is ever pinned in place.
impl<O: Paginated<Items: IntoIterator>> Unpin for Items<O> {}

impl<O: Paginated<Items: IntoIterator>> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("operation", &O::metadata().name).finish_non_exhaustive()
    }
}
