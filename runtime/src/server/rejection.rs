//! Why a request was not handled, and what its caller is told.

use http::header::CONNECTION;
use http::{HeaderValue, StatusCode};

use super::failure::{caught, report};
use super::response::respond;
use super::settings::Settings;
use super::{Body, Context, Fault, InternalFailure};
use crate::codec::{Malformed, Violations};
use crate::protocol::{self, Protocol};
use crate::value::BodyError;

/// Why a request was not handled. The service answers for it.
#[derive(Debug)]
pub struct Rejection(Box<Reason>);

#[derive(Debug)]
enum Reason {
    /// The protocol knows what to say.
    Known(protocol::Rejection),
    /// It violates constraints of the model.
    Violated(Violations),
    /// It is our own fault.
    Internal(InternalFailure),
}

impl Rejection {
    pub(crate) fn violated(violations: Violations) -> Self {
        Self(Box::new(Reason::Violated(violations)))
    }

    pub(crate) fn malformed(malformed: &Malformed) -> Self {
        if malformed.internal {
            return InternalFailure::UnusableModel(malformed.to_string()).into();
        }
        protocol::Rejection::from(malformed).into()
    }

    pub(crate) fn broken_body(error: &BodyError) -> Self {
        #[cfg(feature = "gzip")]
        if let Some(error) = error.downcast_ref::<crate::gzip::NotGzip>() {
            return protocol::Rejection::Malformed { message: error.to_string() }.into();
        }
        // What else there is to say is about the connection, which the sender knows best.
        let _ = error;
        let message = "the body broke off".to_owned();
        protocol::Rejection::Malformed { message }.into()
    }

    pub(crate) fn length_required() -> Self {
        let rejection = protocol::Rejection::Other {
            status: StatusCode::LENGTH_REQUIRED,
            code: "LengthRequiredException".to_owned(),
            message: "The request must say how long its body is.".to_owned(),
        };
        rejection.into()
    }

    /// What the caller is told, in the protocol's form. Reports what is our own fault.
    pub(crate) fn answer(
        self,
        protocol: &'static dyn Protocol,
        settings: &Settings,
        context: &Context,
    ) -> http::Response<Body> {
        let answer = match *self.0 {
            Reason::Known(rejection) => {
                own_words(&rejection, settings, context).and_then(|fault| {
                    respond(protocol, settings, context, |response| {
                        match fault {
                            Some(fault) => response.fault(fault),
                            None => response.rejection(&rejection),
                        }
                        if rejection == protocol::Rejection::RequestTimeout {
                            // RFC 9110, section 15.5.9.
                            response.set_header(CONNECTION, HeaderValue::from_static("close"));
                        }
                    })
                })
            }
            Reason::Violated(violations) => match &settings.on_violations {
                // The service's own code, as a handler is.
                Some(answer) => caught(|| answer(&violations, context)).and_then(|fault| {
                    respond(protocol, settings, context, |response| response.fault(fault))
                }),
                None => respond(protocol, settings, context, |response| {
                    response.violations(&violations)
                }),
            },
            Reason::Internal(failure) => Err(failure),
        };
        answer.unwrap_or_else(|failure| {
            report(settings, &failure, context);
            let answer = respond(protocol, settings, context, |response| {
                response.rejection(&protocol::Rejection::Internal);
            });
            answer.unwrap_or_else(|_| {
                let mut answer = http::Response::new(Body::empty());
                *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                answer
            })
        })
    }
}

impl From<protocol::Rejection> for Rejection {
    fn from(rejection: protocol::Rejection) -> Self {
        Self(Box::new(Reason::Known(rejection)))
    }
}

/// What the service itself says to a rejection: its own code, as a handler is.
fn own_words(
    rejection: &protocol::Rejection,
    settings: &Settings,
    context: &Context,
) -> Result<Option<Fault>, InternalFailure> {
    match &settings.on_rejection {
        Some(answer) => caught(|| answer(rejection, context)),
        None => Ok(None),
    }
}

impl From<InternalFailure> for Rejection {
    fn from(failure: InternalFailure) -> Self {
        Self(Box::new(Reason::Internal(failure)))
    }
}
