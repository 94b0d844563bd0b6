//! Credentials kept until shortly before they expire.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use super::{Credentials, CredentialsError, CredentialsProvider};

/// How long before their end credentials are renewed: calls in flight must not see them expire.
const RENEW_BEFORE: Duration = Duration::from_secs(300);

/// A provider and what it gave last. One caller at a time renews; the others wait for it.
#[derive(Debug)]
pub(crate) struct CredentialsCache {
    provider: Arc<dyn CredentialsProvider>,
    current: Mutex<Option<Credentials>>,
    renewal: tokio::sync::Mutex<()>,
}

impl CredentialsCache {
    pub(crate) fn new(provider: Arc<dyn CredentialsProvider>) -> Self {
        Self { provider, current: Mutex::new(None), renewal: tokio::sync::Mutex::new(()) }
    }

    /// What is at hand and need not be renewed: the fast path, without a future.
    pub(crate) fn current(&self, now: SystemTime) -> Option<Credentials> {
        self.stored().filter(|credentials| !ends_within(credentials, now, RENEW_BEFORE))
    }

    /// The credentials to sign with at `now`.
    pub(crate) async fn get(&self, now: SystemTime) -> Result<Credentials, CredentialsError> {
        if let Some(credentials) = self.current(now) {
            return Ok(credentials);
        }
        let _renewing = self.renewal.lock().await;
        // Another call may have renewed them while this one waited.
        if let Some(credentials) = self.current(now) {
            return Ok(credentials);
        }
        match self.provider.credentials().await {
            Ok(credentials) => {
                self.store(Some(credentials.clone()));
                Ok(credentials)
            }
            // What has not quite ended yet is better than nothing.
            Err(error) => match self.stored() {
                Some(old) if !ends_within(&old, now, Duration::ZERO) => Ok(old),
                _ => Err(error),
            },
        }
    }

    /// Drops `refused`, which the service no longer takes, so that the next call asks anew.
    pub(crate) fn forget(&self, refused: &Credentials) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if current.as_ref().is_some_and(|kept| kept.same(refused)) {
            *current = None;
        }
    }

    fn stored(&self) -> Option<Credentials> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn store(&self, credentials: Option<Credentials>) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = credentials;
    }
}

fn ends_within(credentials: &Credentials, now: SystemTime, margin: Duration) -> bool {
    credentials.expires().is_some_and(|expires| expires <= now + margin)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    use crate::auth::CredentialsFuture;

    /// Gives a new key at each request, which ends after `lifetime`; fails from `fails_from` on.
    #[derive(Debug)]
    struct Counting {
        asked: AtomicU32,
        lifetime: Option<Duration>,
        fails_from: u32,
    }

    impl CredentialsProvider for Counting {
        fn credentials(&self) -> CredentialsFuture<'_> {
            Box::pin(async {
                let asked = self.asked.fetch_add(1, Ordering::SeqCst);
                tokio::task::yield_now().await;
                if asked >= self.fails_from {
                    return Err(CredentialsError::new("no more"));
                }
                let credentials = Credentials::new(format!("key-{asked}"), "secret");
                Ok(match self.lifetime {
                    Some(lifetime) => credentials.with_expiry(SystemTime::UNIX_EPOCH + lifetime),
                    None => credentials,
                })
            })
        }
    }

    fn cache(lifetime: Option<u64>, fails_from: u32) -> CredentialsCache {
        let lifetime = lifetime.map(Duration::from_secs);
        let provider = Counting { asked: AtomicU32::new(0), lifetime, fails_from };
        CredentialsCache::new(Arc::new(provider))
    }

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[tokio::test]
    async fn renewed_before_they_end() {
        let cache = cache(Some(1000), 9);
        for (second, expected) in [(0, "key-0"), (600, "key-0"), (699, "key-0"), (700, "key-1")] {
            assert_eq!(cache.get(at(second)).await.unwrap().access_key_id(), expected, "{second}");
        }
    }

    #[tokio::test]
    async fn kept_for_good_when_they_do_not_end() {
        let cache = cache(None, 9);
        let first = cache.get(at(0)).await.unwrap();
        assert!(cache.get(at(1 << 40)).await.unwrap().same(&first));
        cache.forget(&first);
        assert_eq!(cache.get(at(0)).await.unwrap().access_key_id(), "key-1");
    }

    #[tokio::test]
    async fn a_failed_renewal_falls_back_on_what_still_holds() {
        let cache = cache(Some(1000), 1);
        cache.get(at(0)).await.unwrap();
        assert_eq!(cache.get(at(900)).await.unwrap().access_key_id(), "key-0");
        assert_eq!(cache.get(at(1000)).await.unwrap_err().to_string(), "no more");
    }

    #[tokio::test]
    async fn calls_at_the_same_time_ask_once() {
        let cache = cache(None, 9);
        let (a, b, c) = tokio::join!(cache.get(at(0)), cache.get(at(0)), cache.get(at(0)));
        let (a, b, c) = (a.unwrap(), b.unwrap(), c.unwrap());
        assert!(a.same(&b) && b.same(&c));
    }
}
