use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// How a function is to be connected to a VPC. Connected, it reaches the internet only as far as
/// the VPC lets it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct VpcConfig {
    /// Ids of up to 16 subnets to connect to.
    ///
    /// At most 16 items.
    pub subnet_ids: Option<Vec<String>>,
    /// Ids of up to 5 security groups that govern the connection.
    ///
    /// At most 5 items.
    pub security_group_ids: Option<Vec<String>>,
    /// Whether IPv6 may be used to call out of subnets that have both IPv4 and IPv6.
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl VpcConfig {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`subnet_ids`](Self::subnet_ids).
    #[must_use]
    pub fn with_subnet_ids(
        mut self,
        subnet_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.subnet_ids = Some(subnet_ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`security_group_ids`](Self::security_group_ids).
    #[must_use]
    pub fn with_security_group_ids(
        mut self,
        security_group_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.security_group_ids = Some(
            security_group_ids.into_iter().map(Into::into).collect(),
        );
        self
    }

    /// Sets [`ipv6_allowed_for_dual_stack`](Self::ipv6_allowed_for_dual_stack).
    #[must_use]
    pub fn with_ipv6_allowed_for_dual_stack(
        mut self,
        ipv6_allowed_for_dual_stack: bool,
    ) -> Self {
        self.ipv6_allowed_for_dual_stack = Some(ipv6_allowed_for_dual_stack);
        self
    }
}

static VPC_CONFIG: Structure = Structure::new(
    "VpcConfig",
    &[
        Member::new("SubnetIds"),
        Member::new("SecurityGroupIds"),
        Member::new("Ipv6AllowedForDualStack"),
    ],
);

impl Encode for VpcConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&VPC_CONFIG);
        members.optional(0, &self.subnet_ids);
        members.optional(1, &self.security_group_ids);
        members.optional(2, &self.ipv6_allowed_for_dual_stack);
        members.end();
    }
}
