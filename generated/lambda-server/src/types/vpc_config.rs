use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

static VPC_CONFIG: Structure = Structure::new(
    "VpcConfig",
    &[
        Member::new("SubnetIds").length(0, 16),
        Member::new("SecurityGroupIds").length(0, 5),
        Member::new("Ipv6AllowedForDualStack"),
    ],
);

impl Decode for VpcConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&VPC_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.subnet_ids = members.value()?,
                1 => value.security_group_ids = members.value()?,
                2 => value.ipv6_allowed_for_dual_stack = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
