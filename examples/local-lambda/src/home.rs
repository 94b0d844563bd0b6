//! The region and the account that functions and layers belong to.

/// The region and the account that functions and layers belong to.
#[derive(Clone, Debug)]
pub struct Home {
    /// The region, such as `us-east-1`.
    pub region: String,
    /// The account's twelve digits.
    pub account: String,
}

impl Home {
    pub(crate) fn function_arn(&self, name: &str) -> String {
        format!("arn:aws:lambda:{}:{}:function:{name}", self.region, self.account)
    }

    pub(crate) fn layer_arn(&self, name: &str) -> String {
        format!("arn:aws:lambda:{}:{}:layer:{name}", self.region, self.account)
    }

    pub(crate) fn runtime_arn(&self, build: &str) -> String {
        format!("arn:aws:lambda:{}::runtime:{build}", self.region)
    }
}
