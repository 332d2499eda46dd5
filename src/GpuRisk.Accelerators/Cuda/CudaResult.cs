namespace GpuRisk.Accelerators.Cuda;

/// <summary>What calls of the driver API return. Only the codes that something here depends on; the driver names the others itself.</summary>
internal enum CudaResult
{
    Success = 0,
    OutOfMemory = 2,
    StubLibrary = 34,
    DeviceUnavailable = 46,
    NoDevice = 100,
    NoBinaryForGpu = 209,
    EccUncorrectable = 214,
    InvalidPtx = 218,
    JitCompilerNotFound = 221,
    UnsupportedPtxVersion = 222,
    OperatingSystem = 304,
    NotFound = 500,
    NotReady = 600,
    IllegalAddress = 700,
    LaunchTimeout = 702,
    MisalignedAddress = 716,
    LaunchFailed = 719,
    SystemNotReady = 802,
    SystemDriverMismatch = 803,
    CompatNotSupportedOnDevice = 804,
    Unknown = 999,
}
